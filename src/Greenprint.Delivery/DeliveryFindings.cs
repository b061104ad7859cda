using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Delivery;

/// <summary>Every finding this module can raise; each is explained in <c>docs/findings.md</c>.</summary>
public static class DeliveryFindings
{
    /// <summary>No such item.</summary>
    public static Finding NoSuchItem(string item) => new("DLV-001", ($"没有调度事项“{item}”。", $"There is no dispatch item '{item}'."));

    /// <summary>Somebody acted on the item in between.</summary>
    public static Finding ActedMeanwhile(Bilingual title, string who, Bilingual what, DateTimeOffset at)
    {
        var time = ChinaTime.WallClock(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new("DLV-002", (
            $"“{title.Zh}”已由{who}于 {time} {what.Zh}，本次操作未执行，您填写的内容仍在。请核对后再办。",
            $"{who} acted on '{title.En ?? title.Zh}' at {time} ({what.En}); nothing was done, and what you wrote is still here. Look again, then act."));
    }

    /// <summary>An act that is not possible now, or not for this person.</summary>
    public static Finding NotPossible(Bilingual title, Bilingual why) => new("DLV-003", ($"“{title.Zh}”：{why.Zh}", $"'{title.En ?? title.Zh}': {why.En}"));

    /// <summary>No such cycle.</summary>
    public static Finding NoSuchCycle(string cycle) => new("DLV-004", ($"没有调度周期“{cycle}”。", $"There is no dispatch cycle '{cycle}'."));

    /// <summary>The period has its cycle already.</summary>
    public static Finding CycleThere(Bilingual title) => new("DLV-005", ($"{title.Zh}已经开启。", $"{title.En} is open already."));

    /// <summary>A cycle that cannot be opened.</summary>
    public static Finding BadCycle(Bilingual why) => new("DLV-006", why);

    /// <summary>A report that cannot be handed in.</summary>
    public static Finding BadReport(string field, Bilingual why) => new("DLV-007", why, new FindingPlace(Column: field));

    /// <summary>Done, or a figure, without the proof that is asked for.</summary>
    public static Finding ProofMissing(Bilingual asked, bool ofFigure = false) => new("DLV-008", ofFigure
        ? ($"指标数据须附佐证材料：{asked.Zh}，或等级更高的材料。请先上传。", $"A figure needs its proof: {asked.En}, or a stronger one. Upload it first.")
        : (
            $"标为完成须附佐证材料：{asked.Zh}，或等级更高的材料。请先上传，或取消“已完成”。",
            $"What is called done needs its proof: {asked.En}, or a stronger one. Upload it first, or do not call it done."));

    /// <summary>A file that is not taken as proof.</summary>
    public static Finding NotAProof(string name, Bilingual why) => new("DLV-009", ($"{name}：{why.Zh}", $"{name}: {why.En}"), new FindingPlace(name));

    /// <summary>The same person saved another text in between.</summary>
    public static Finding DraftMeanwhile(DateTimeOffset at)
    {
        var time = ChinaTime.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture);
        return new("DLV-010", (
            $"您在另一个窗口于 {time} 保存过草稿。两份内容都在下面，请合并后再次保存。",
            $"You saved the draft in another window at {time}. Both texts are below: put them together and save again."));
    }

    /// <summary>A unit that cannot be charged with work.</summary>
    public static Finding NoSuchUnit(string unit) => new("DLV-011", (
        $"单位“{unit}”不存在或已撤销，不能承办。请选择现有单位。",
        $"The unit '{unit}' is not here or is closed and cannot be charged with work. Choose one that exists."));

    /// <summary>An item outside a cycle that cannot be registered.</summary>
    public static Finding BadItem(string field, Bilingual why) => new("DLV-013", why, new FindingPlace(Column: field));

    /// <summary>No such proof.</summary>
    public static Finding NoSuchEvidence(string id) => new("DLV-012", ($"没有佐证材料“{id}”。", $"There is no proof '{id}'."));

    /// <summary>A workbook that is no form of ours.</summary>
    public static Finding NotAForm() => new("DLV-030", (
        "这不是从“离线填报”页下载的填报表，或表头已被改动。请重新下载后填写。",
        "This is no form that was downloaded under 'Fill in offline', or its heads were changed. Download it anew and fill it in."));

    /// <summary>A form made for somebody else.</summary>
    public static Finding FormOfAnother() => new("DLV-031", (
        "这份填报表是他人下载的，只能由下载人上传。请自行下载后填写。", "This form was downloaded by somebody else and is brought back by them alone. Download your own."));

    /// <summary>A cell of a form that cannot be read.</summary>
    public static Finding BadFormCell(string cell, Bilingual why) => new("DLV-032", ($"{cell}：{why.Zh}", $"{cell}: {why.En}"), new FindingPlace(cell));

    /// <summary>A row whose item takes no report any more.</summary>
    public static Finding FormRowClosed(int row) => new("DLV-033", (
        FormattableString.Invariant($"第 {row} 行：该事项已报送、办结、移交或不再由您填报，没有保存。"),
        FormattableString.Invariant($"Row {row}: the item was reported, closed or handed over, or is no longer yours to report; it was not stored.")));

    /// <summary>A row that was written here too since the form was made.</summary>
    public static Finding FormRowMeanwhile(int row) => new("DLV-034", (
        FormattableString.Invariant($"第 {row} 行：下载之后，系统中的内容也有改动。两份内容都在下面，请选择或合并。"),
        FormattableString.Invariant($"Row {row}: what stands in the program was changed since the form was downloaded. Both texts are below: choose, or put them together.")));
}
