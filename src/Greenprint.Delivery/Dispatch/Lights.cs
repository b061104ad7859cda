using Greenprint.Delivery.WorkingDays;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>The rule of the lights, as data.</summary>
/// <param name="YellowBelow">Yellow when fewer working days than this are left; 3 by default.</param>
internal sealed record LightRule(int YellowBelow);

/// <summary>A light with its reason in words, because a colour alone says nothing to some.</summary>
/// <param name="Light">The colour.</param>
/// <param name="Text">What it means for this item.</param>
/// <param name="DaysLeft">Working days left up to and with the due day; negative when late; null where no clock runs.</param>
public sealed record LightView(Light Light, Bilingual Text, int? DaysLeft);

/// <summary>Computes lights. The due day counts to its last moment in China.</summary>
internal static class Lights
{
    public static LightView Of(DispatchItem item, DateTimeOffset now, WorkCalendar calendar, LightRule rule)
    {
        if (item.Ending != DispatchEnding.None || item.IsSuspended || item.Stage < DispatchStage.Issued)
        {
            return new(Light.Grey, item.IsSuspended ? ("中止，不计期限", "Suspended: no clock runs") : item.Ending != DispatchEnding.None ? ("已终止", "Ended") : ("尚未下达", "Not issued yet"), null);
        }

        // Once reported, what counts is the day of the report: a slow reviewer makes nobody late.
        var day = ChinaTime.DayOf(item.ReportedAt ?? now);
        if (item.ReportedAt is not null)
        {
            return day <= item.Due ? new(Light.Green, ("按期报送", "Reported in time"), null) : new(Light.Red, Late("逾期报送", "Reported late", calendar, item.Due, day), null);
        }

        var left = calendar.Between(day, item.Due);
        return day > item.Due ? new(Light.Red, Late("已逾期", "Late", calendar, item.Due, day), left)
            : left < rule.YellowBelow ? new(Light.Yellow, left == 0 ? ("今日到期", "Due today") : ($"剩 {left} 个工作日", Left(left)), left)
            : new(Light.Green, ($"剩 {left} 个工作日", Left(left)), left);
    }

    private static Bilingual Late(string zh, string en, WorkCalendar calendar, DateOnly due, DateOnly day)
    {
        var days = calendar.Between(due, day);
        return days == 0 ? (zh, en) : ($"{zh} {days} 个工作日", $"{en} by {days} working day{(days == 1 ? "" : "s")}");
    }

    private static string Left(int days) => $"{days} working day{(days == 1 ? "" : "s")} left";
}
