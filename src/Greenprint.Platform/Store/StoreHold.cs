using System.Text.Json;

namespace Greenprint.Platform;

/// <summary>Who writes a store on SQLite.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Host">The machine.</param>
/// <param name="What">The verb, for example <c>greenprint serve</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Url">Where its site is, when it serves one.</param>
/// <param name="Socket">Where it takes verbs of other terminals, when it does.</param>
public sealed record StoreHolder(int ProcessId, string Host, string What, DateTimeOffset Since, string? Url, string? Socket);

/// <summary>
/// The right to write one store. On SQLite there is one writer: a lock that the system gives back however the process ends,
/// and beside it a note that says who has it. On PostgreSQL the engine keeps writers apart and the hold is empty.
/// </summary>
public sealed class StoreHold : IDisposable
{
    private readonly string note;
    private readonly FileStream? locked;

    private StoreHold(string note, FileStream? locked, StoreHolder holder) => (this.note, this.locked, Holder) = (note, locked, holder);

    /// <summary>What the note says.</summary>
    public StoreHolder Holder { get; private set; }

    /// <summary>Takes the hold.</summary>
    /// <exception cref="RefusedException">Somebody else has it.</exception>
    public static StoreHold Take(StoreLocation store, string what, TimeProvider? time = null)
    {
        if (TryTake(store, what, time ?? TimeProvider.System) is { } hold)
        {
            return hold;
        }

        throw new RefusedException(PlatformFindings.StoreHeld(store.Folder, HolderOf(store) ?? Unknown));
    }

    /// <summary>What the present holder wrote about itself; null when nothing can be read. Only trust it after failing to take the hold.</summary>
    public static StoreHolder? HolderOf(StoreLocation store)
    {
        try
        {
            return JsonSerializer.Deserialize<StoreHolder>(File.ReadAllText(NoteOf(store)), JsonSerializerOptions.Web);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Adds to the note where the site and the socket for verbs are.</summary>
    public void Announce(string? url, string? socket) => Write(Holder with { Url = url ?? Holder.Url, Socket = socket ?? Holder.Socket });

    /// <summary>Gives the hold back.</summary>
    public void Dispose()
    {
        if (locked is not null)
        {
            File.Delete(note);
            locked.Dispose();
        }
    }

    internal static StoreHold? TryTake(StoreLocation store, string what, TimeProvider time)
    {
        var holder = new StoreHolder(Environment.ProcessId, Environment.MachineName, what, time.GetUtcNow(), null, null);
        if (store.Engine == StoreEngine.PostgreSql)
        {
            return new StoreHold("", null, holder);
        }

        PrivateFolder.Make(store.Folder);
        try
        {
            // FileShare.None is flock(2): the system releases it when the process ends, also by kill -9.
            var locked = new FileStream(Path.Combine(store.Folder, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var hold = new StoreHold(NoteOf(store), locked, holder);
            hold.Write(holder);
            return hold;
        }
        catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && Refusals.Of(fault) is null)
        {
            return null;
        }
    }

    internal static readonly StoreHolder Unknown = new(0, "?", "?", DateTimeOffset.UnixEpoch, null, null);

    private static string NoteOf(StoreLocation store) => Path.Combine(store.Folder, "writer.json");

    private void Write(StoreHolder holder)
    {
        Holder = holder;
        if (locked is not null)
        {
            // Whole or not at all: another terminal may be reading it.
            var draft = note + ".new";
            File.WriteAllText(draft, JsonSerializer.Serialize(holder, JsonSerializerOptions.Web));
            File.Move(draft, note, overwrite: true);
        }
    }
}
