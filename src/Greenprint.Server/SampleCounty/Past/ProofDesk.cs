using System.Globalization;
using System.Security.Claims;
using Greenprint.Delivery;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>Gives reports of the past their proof: what is done its acceptance paper or measurement, now and then a picture from the site.</summary>
internal sealed class ProofDesk(IDispatch dispatch, PastLife life)
{
    // About the middle of the bay; each picture lies a little beside it.
    private const decimal North = 21.62m, East = 111.94m;

    private readonly Dictionary<string, byte[]> pictures = new(StringComparer.Ordinal);

    internal async Task Attach(ClaimsPrincipal reporter, StoryItem item, bool isDone, CancellationToken cancellation)
    {
        // What was attached before a report was returned is still there.
        if (item.IsReturned)
        {
            return;
        }

        var asked = item.Task.Content.Evidence ?? EvidenceClass.Record;
        var luck = Noise.Uniform(Noise.Seed(item.Task.Id), 600 + item.Month);
        if (isDone && asked < EvidenceClass.Record)
        {
            await Paper(reporter, item, asked, cancellation);
        }

        if (isDone ? asked >= EvidenceClass.Record || luck < 0.3 : luck < 0.1)
        {
            await Picture(reporter, item, luck, cancellation);
        }
    }

    private async Task Paper(ClaimsPrincipal reporter, StoryItem item, EvidenceClass strength, CancellationToken cancellation)
    {
        var (content, day) = (item.Task.Content, ChinaTime.DayOf(life.Now).AddDays(-3));
        var (kind, note) = strength == EvidenceClass.Measured ? ("监测报告", "监测结果达到要求") : ("验收意见", "验收通过");
        var pdf = ProofFiles.Pdf(
        [
            kind,
            $"事项：{content.Title.Zh}",
            string.Create(CultureInfo.InvariantCulture, $"数量：{content.Quantity}{content.Unit}"),
            $"标准：{content.Criterion?.Zh}",
            $"结论：{note}",
            string.Create(CultureInfo.InvariantCulture, $"日期：{day:yyyy年M月d日}"),
        ]);
        using var stream = new MemoryStream(pdf);
        await dispatch.Attach(reporter, item.Id, new($"{content.Title.Zh}{kind}（演示数据）.pdf", stream, strength, note), cancellation);
    }

    private async Task Picture(ClaimsPrincipal reporter, StoryItem item, double luck, CancellationToken cancellation)
    {
        var name = item.Task.Content.Title.Zh switch
        {
            var title when title.Contains("管网", StringComparison.Ordinal) || title.Contains("污水", StringComparison.Ordinal) => "pipes",
            var title when title.Contains('河', StringComparison.Ordinal) || title.Contains("水库", StringComparison.Ordinal) || title.Contains("排污口", StringComparison.Ordinal) => "river",
            var title when title.Contains("红树林", StringComparison.Ordinal) || title.Contains('鸟', StringComparison.Ordinal) || title.Contains('岸', StringComparison.Ordinal) => "mangrove",
            var title when title.Contains("检查", StringComparison.Ordinal) || title.Contains("巡查", StringComparison.Ordinal) || title.Contains("核查", StringComparison.Ordinal) => "ledger",
            _ => "plant",
        };
        if (!pictures.TryGetValue(name, out var drawn))
        {
            pictures.Add(name, drawn = await SampleFiles.Picture(name, cancellation));
        }

        var taken = ChinaTime.WallClock(life.Now).Date.AddDays(-1).AddHours(9).AddMinutes((int)(luck * 400));
        using var stream = new MemoryStream(ProofFiles.Photo(drawn, taken, North + (decimal)(luck * 0.1), East + (decimal)(Noise.Uniform(Noise.Seed(item.Task.Id), 7) * 0.2)));
        await dispatch.Attach(reporter, item.Id, new(string.Create(CultureInfo.InvariantCulture, $"现场照片{taken:yyyyMMdd}（演示数据）.jpg"), stream, EvidenceClass.Record, "现场照片，演示数据"), cancellation);
    }
}
