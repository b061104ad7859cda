using System.Text;
using System.Text.Json;

namespace Greenprint.Platform;

/// <summary>What a terminal asks of the running server: one line of JSON.</summary>
internal sealed record VerbRequest(string Version, IReadOnlyList<string> Args, string Directory, string Language, DateOnly? Today, bool ShowProgress);

/// <summary>What comes back, a line of JSON each: text for one of the two outputs, at last the exit code.</summary>
internal sealed record VerbReply(string? Output = null, string? Error = null, int? Exit = null, string? OtherVersion = null);

/// <summary>A writer whose text goes over the wire. Sent at every flush or line, so that a terminal sees progress as it happens.</summary>
internal sealed class WireWriter(StreamWriter wire, Lock turn, bool isError) : TextWriter
{
    private readonly StringBuilder pending = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (turn)
        {
            pending.Append(value);
            if (value is '\n' or '\r')
            {
                Send();
            }
        }
    }

    public override void Write(string? value)
    {
        lock (turn)
        {
            pending.Append(value);
            if (value?.AsSpan().ContainsAny('\n', '\r') == true)
            {
                Send();
            }
        }
    }

    public override void Flush()
    {
        lock (turn)
        {
            Send();
        }
    }

    private void Send()
    {
        if (pending.Length > 0)
        {
            var text = pending.ToString();
            pending.Clear();
            wire.WriteLine(JsonSerializer.Serialize(isError ? new VerbReply(Error: text) : new VerbReply(Output: text), JsonSerializerOptions.Web));
            wire.Flush();
        }
    }
}
