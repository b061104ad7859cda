using System.Net;
using System.Net.Sockets;

namespace Greenprint.EndToEnd.Tests;

/// <summary>The program as a command, from a folder where nobody has worked before.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Help_names_every_verb_and_costs_nothing()
    {
        var help = await ProgramUnderTest.Call(folder, "--help");

        Assert.Equal(0, help.Exit);
        Assert.All(["serve", "init", "demo", "plan", "observe", "indicator", "doctor", "backup", "restore", "people", "air", "water", "soil", "standards"], verb => Assert.Contains(verb, help.Output, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Wrong_usage_ends_with_2_and_points_to_the_help()
    {
        var wrong = await ProgramUnderTest.Call(folder, "observe", "import", "--no-such-option");

        Assert.Equal(2, wrong.Exit);
        Assert.Contains("greenprint observe import --help", wrong.Error, StringComparison.Ordinal);
        Assert.Empty(wrong.Output);
    }

    [Fact]
    public async Task A_table_is_calculated_without_a_store_and_a_refused_one_leaves_the_old_result()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "in.csv"), "station,time,so2,no2,co,o3_8h,pm10,pm25\n广州,2018-01-02,16,84,1.3,64,122,88\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.csv"), "station,time\n广州,2018-01-02\n", TestContext.Current.CancellationToken);

        var printed = await ProgramUnderTest.Call(folder, "air", "index", "--report", "daily", "--input", "in.csv");
        var written = await ProgramUnderTest.Call(folder, "air", "index", "--report", "daily", "--input", "in.csv", "--output", "out.csv");
        var refused = await ProgramUnderTest.Call(folder, "air", "index", "--report", "daily", "--input", "bad.csv", "--output", "out.csv");

        Assert.Equal((0, 0, 1), (printed.Exit, written.Exit, refused.Exit));
        Assert.Contains("\n广州,2018-01-02,117,3,PM2.5,", printed.Output, StringComparison.Ordinal);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(Path.Combine(folder, "out.csv"), TestContext.Current.CancellationToken));
        Assert.Contains("[STD-104]", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["bad.csv", "in.csv", "out.csv"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task An_unknown_report_is_wrong_usage() =>
        Assert.Equal(2, (await ProgramUnderTest.Call(folder, "air", "index", "--report", "weekly", "--input", "in.csv")).Exit);

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_1_and_says_which()
    {
        var refused = await ProgramUnderTest.Call(folder, "observe", "import", "nowhere.csv");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("nowhere.csv", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_given_as_text_is_refused_by_name()
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "plan.txt"), "%PDF-1.7\n%âãÏÓ\n1 0 obj"u8.ToArray(), TestContext.Current.CancellationToken);

        var refused = await ProgramUnderTest.Call(folder, "plan", "read", "plan.txt");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("plan.txt", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_follow_the_language_and_results_do_not()
    {
        var chinese = await ProgramUnderTest.Call(folder, "observe", "import", "nowhere.csv", "--lang", "zh");
        var english = await ProgramUnderTest.Call(folder, "observe", "import", "nowhere.csv", "--lang", "en");

        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Error);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", english.Error);
    }

    [Fact]
    public async Task An_empty_store_has_a_home_page_that_says_what_to_do()
    {
        await using var site = await RunningSite.Start("serve");
        using var http = new HttpClient();

        var home = await http.GetStringAsync(site.Url + "en/", TestContext.Current.CancellationToken);

        Assert.Contains("There is no plan to show yet", home, StringComparison.Ordinal);
        Assert.Contains("/setup/", site.SetupLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_its_holder_before_anything_is_made()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var refused = await ProgramUnderTest.Call(folder, "demo", "--urls", $"http://127.0.0.1:{port}");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("SRV-001", refused.Error, StringComparison.Ordinal);
        Assert.Contains($"({Environment.ProcessId})", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task The_sample_county_is_not_shown_to_a_network_by_accident()
    {
        var refused = await ProgramUnderTest.Call(folder, "demo", "--urls", "http://0.0.0.0:5999");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("SRV-003", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--allow-demo-network", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_county_is_not_put_into_a_store_of_real_work()
    {
        Assert.Equal(0, (await ProgramUnderTest.Call(folder, "init")).Exit);

        var refused = await ProgramUnderTest.Call(folder, "demo", "--make-only");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("SRV-004", refused.Error, StringComparison.Ordinal);
    }
}
