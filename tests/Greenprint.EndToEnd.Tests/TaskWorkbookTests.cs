using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Greenprint.EndToEnd.Tests;

/// <summary>Year tasks go out as a workbook, are changed in a spreadsheet and brought back in a browser: with a mistake, mended, taken over; then thousands of them.</summary>
public sealed class TaskWorkbookTests(SampleSite sample)
{
    private const string Sheet = "年度任务";
    private const string Page = "/office/plans/lanwan-15/workbook";

    [Fact]
    public async Task T19_T20_year_tasks_are_exported_changed_refused_with_the_errors_beside_the_rows_mended_and_taken_over()
    {
        await using var site = await RunningSite.Start("serve");
        File.Copy(RepositoryRoot.Combine("data", "demo", "lanwan-15.json"), Path.Combine(site.Folder, "plan.json"));
        var imported = await ProgramUnderTest.Call(site.Folder, "plan", "import", "plan.json");
        Assert.True(imported.Exit == 0, imported.Error);
        var page = await Editor(site);

        // A new task with a quantity that is no number.
        await page.GotoAsync(Page);
        var file = await Download(page, "导出工作簿");
        var cells = new SheetFile(file);
        var task = cells.KeyTask();
        cells.Add(("任务内容", "新建泵站"), ("年度", "2029"), ("所属任务", task), ("工作量", "十台"), ("计量单位", "台"), ("完成时限", "2029-10-31"), ("牵头单位", "岚湾县水利局"));
        await Upload(page, cells.Save());
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("“十台”不是数字");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "写入规划" })).ToHaveCountAsync(0);

        // The file that is given back says it beside the row; mended there, that very file is taken.
        cells = new SheetFile(await Download(page, "下载标注了问题的工作簿"));
        Assert.Contains("“十台”不是数字", cells.Get("新建泵站", "核对结果"), StringComparison.Ordinal);
        cells.Set("新建泵站", "工作量", "10");
        await page.GetByRole(AriaRole.Link, new() { Name = "重新上传" }).ClickAsync();
        await Upload(page, cells.Save());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("将增加 1 行、修改 0 处、删除 0 行。尚未写入");
        await page.GotoAsync("/office/plans/lanwan-15/tasks?year=2029");
        Assert.DoesNotContain("新建泵站", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "写入规划" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("工作簿中的修改已写入");
        await page.GotoAsync("/office/plans/lanwan-15/tasks/2029-01");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("新建泵站");

        // A change needs its reason, which is then on record.
        await page.GotoAsync(Page);
        cells = new SheetFile(await Download(page, "导出工作簿"));
        cells.Set("新建泵站", "工作量", "12");
        await Upload(page, cells.Save());
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("请在“修改理由”一列写明理由");
        cells.Set("新建泵站", "修改理由", "增设两台备用泵");
        await page.GotoAsync(Page);
        await Upload(page, cells.Save());
        await page.GetByRole(AriaRole.Button, new() { Name = "写入规划" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("工作簿中的修改已写入");
        await page.GotoAsync("/office/plans/lanwan-15/tasks/2029-01");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("增设两台备用泵");

        // Five thousand rows: the page shows how far it is.
        await page.GotoAsync(Page);
        cells = new SheetFile(await Download(page, "导出工作簿"));
        for (var i = 1; i <= 5_000; i++)
        {
            cells.Add(("任务内容", string.Create(CultureInfo.InvariantCulture, $"排查排污口{i}")), ("年度", "2030"), ("所属任务", task), ("完成时限", "2030-11-30"), ("牵头单位", "岚湾县水利局"));
        }

        await Upload(page, cells.Save());
        await Assertions.Expect(page.Locator("progress")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("将增加 5000 行、修改 0 处、删除 0 行。尚未写入", new() { Timeout = 240_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "写入规划" }).ClickAsync(new() { Timeout = 240_000 });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("工作簿中的修改已写入", new() { Timeout = 240_000 });
        await page.GotoAsync(Page);
        await Assertions.Expect(page.Locator("main table tbody tr").First).ToContainTextAsync("已写入");
    }

    private async Task<IPage> Editor(RunningSite site)
    {
        var page = await sample.PageOn(site);
        await page.GotoAsync(site.SetupLink.Replace("/setup/", "/en/setup/", StringComparison.Ordinal));
        await page.GetByLabel("Sign-in name").FillAsync("guardian");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("林雁");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("Password again").FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("I am also an editor").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/setup/", StringComparison.Ordinal));
        return page;
    }

    private static async Task<byte[]> Download(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static async Task Upload(IPage page, byte[] file)
    {
        await page.GetByLabel("工作簿", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "年度任务.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/workbook/", StringComparison.Ordinal));
    }

    /// <summary>A person at a spreadsheet, without the spreadsheet: the cells of one sheet, by a text of their row and the head of their column.</summary>
    private sealed class SheetFile
    {
        private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        private readonly byte[] file;
        private readonly string path;
        private readonly XDocument sheet;
        private readonly List<XElement> rows;
        private readonly Dictionary<string, string> columns;

        public SheetFile(byte[] file)
        {
            this.file = file;
            path = PathOf(Sheet);
            sheet = Part(path);
            rows = [.. sheet.Descendants(Main + "row")];
            columns = rows[0].Elements(Main + "c").ToDictionary(Text, ColumnOf);
        }

        /// <summary>The code of the first key task of the plan.</summary>
        public string KeyTask()
        {
            var tasks = Part(PathOf("重点任务")).Descendants(Main + "row").ToList();
            return Text(tasks[1].Elements(Main + "c").First());
        }

        public string Get(string row, string head) => Row(row).Elements(Main + "c").Where(cell => ColumnOf(cell) == columns[head]).Select(Text).FirstOrDefault() ?? "";

        public void Set(string row, string head, string value)
        {
            var found = Row(row);
            var (old, cell) = (found.Elements(Main + "c").FirstOrDefault(one => ColumnOf(one) == columns[head]), Cell(columns[head] + found.Attribute("r")!.Value, value));
            if (old is not null)
            {
                old.ReplaceWith(cell);
            }
            else if (found.Elements(Main + "c").LastOrDefault(one => Order(ColumnOf(one)) < Order(columns[head])) is { } before)
            {
                before.AddAfterSelf(cell);
            }
            else
            {
                found.AddFirst(cell);
            }
        }

        public void Add(params (string Head, string Value)[] cells)
        {
            var number = (int.Parse(rows[^1].Attribute("r")!.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            var row = new XElement(Main + "row", new XAttribute("r", number), cells.OrderBy(cell => Order(columns[cell.Head])).Select(cell => Cell(columns[cell.Head] + number, cell.Value)));
            rows[^1].AddAfterSelf(row);
            rows.Add(row);
        }

        public byte[] Save()
        {
            using var stream = new MemoryStream();
            stream.Write(file);
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            {
                zip.GetEntry(path)!.Delete();
                using var part = zip.CreateEntry(path).Open();
                sheet.Save(part);
            }

            return stream.ToArray();
        }

        private XElement Row(string text) => rows.Skip(1).First(row => row.Elements(Main + "c").Any(cell => Text(cell) == text));

        private string PathOf(string name)
        {
            var id = Part("xl/workbook.xml").Descendants(Main + "sheet").First(one => (string?)one.Attribute("name") == name).Attribute(Relations + "id")!.Value;
            var target = Part("xl/_rels/workbook.xml.rels").Root!.Elements().First(one => (string?)one.Attribute("Id") == id).Attribute("Target")!.Value;
            return target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        private XDocument Part(string name)
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            using var part = zip.GetEntry(name)!.Open();
            return XDocument.Load(part);
        }

        private static XElement Cell(string address, string value) =>
            new(Main + "c", new XAttribute("r", address), new XAttribute("t", "inlineStr"), new XElement(Main + "is", new XElement(Main + "t", value)));

        private static string Text(XElement cell) => string.Concat(cell.Descendants(Main + "t").Concat(cell.Elements(Main + "v")).Select(part => part.Value));

        private static string ColumnOf(XElement cell) => string.Concat(cell.Attribute("r")!.Value.TakeWhile(char.IsAsciiLetter));

        private static int Order(string column) => column.Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1);
    }
}
