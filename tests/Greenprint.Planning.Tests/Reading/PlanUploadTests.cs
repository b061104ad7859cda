using Greenprint.Planning.Reading;

namespace Greenprint.Planning.Tests.Reading;

/// <summary>The child process is played by a shell script: what counts is what the server makes of each of its endings.</summary>
public sealed class PlanUploadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-upload-").FullName;

    public PlanUploadTests() => Assert.SkipUnless(File.Exists("/bin/sh"), "Needs /bin/sh to play the child process.");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_answer_of_the_child_is_the_reading_under_the_upload_s_own_name()
    {
        var result = await Child("""printf '{"title":"规划","source":{"name":"tmp123","format":"docx","encoding":null,"bytes":1,"sha256":"00"}}'""");

        Assert.Equal(("规划", "我的规划.docx"), (result.Reading!.Title, result.Reading.Source!.Name));
    }

    [Fact]
    public async Task The_child_gets_the_file_and_a_limit_of_memory()
    {
        var result = await Child("""[ "$1 $2 $4" = "plan read --json" ] && [ -n "$DOTNET_GCHeapHardLimit" ] && printf '{"title":"%s"}' "$3" """);

        Assert.Equal("/tmp/upload", result.Reading!.Title);
    }

    [Fact]
    public async Task A_refusal_keeps_its_code_and_both_languages_and_names_the_upload()
    {
        var result = await Child("""printf '{"refusal":{"code":"DOC-002","message":"空","messageEn":"empty","file":"/tmp/upload","line":null}}'; exit 1""");

        Assert.Null(result.Reading);
        Assert.Equal(("DOC-002", "空", "empty", "我的规划.docx"), (result.Refusal!.Code, result.Refusal.Message.Zh, result.Refusal.Message.En, result.Refusal.Place!.Source));
    }

    [Theory]
    [InlineData("exit 139")]
    [InlineData("echo killed; exit 1")]
    [InlineData("echo no json")]
    public async Task A_child_that_breaks_is_a_finding_and_no_fault_of_the_server(string script)
    {
        Assert.Equal("PLN-903", (await Child(script)).Refusal!.Code);
    }

    [Fact]
    public async Task A_child_that_does_not_end_is_stopped()
    {
        Assert.Equal("PLN-902", (await Child("exec sleep 600", seconds: 1)).Refusal!.Code);
    }

    [Theory]
    [InlineData("exec sleep 600")]
    [InlineData("exit 1")]
    public async Task What_a_child_leaves_in_its_temporary_folder_goes_with_it(string ending)
    {
        var told = Path.Combine(folder, "told");
        await Child($"mkdir \"$TMPDIR/pages\"; echo left > \"$TMPDIR/pages/page.pgm\"; printf %s \"$TMPDIR\" > '{told}'; {ending}", seconds: 2);

        var temporary = await File.ReadAllTextAsync(told, TestContext.Current.CancellationToken);
        Assert.StartsWith(Path.GetTempPath(), temporary, StringComparison.Ordinal);
        Assert.False(Directory.Exists(temporary));
    }

    private Task<PlanUploadResult> Child(string script, int seconds = 30)
    {
        var file = Path.Combine(folder, "child.sh");
        File.WriteAllText(file, script + "\n");
        return new PlanUpload(["/bin/sh", file], seconds).Read("/tmp/upload", "我的规划.docx", TestContext.Current.CancellationToken);
    }
}
