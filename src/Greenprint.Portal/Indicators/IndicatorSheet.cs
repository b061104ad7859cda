using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Portal.States;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.States;
using Greenprint.Ui.Targets;

namespace Greenprint.Portal.Indicators;

/// <summary>An indicator as the public sees it: the one answer of <see cref="IStandings"/>, put into the words and pieces of a page. It judges nothing.</summary>
/// <param name="Source">What is asked and where it stands.</param>
/// <param name="AsOf">The day of the judgement.</param>
public sealed record IndicatorSheet(IndicatorStanding Source, DateOnly AsOf)
{
    internal IndicatorView Indicator => Source.Indicator;

    internal Standing Standing => Source.Standing;

    internal StateView State => StateViews.Of(Standing.State, Indicator.Direction);

    internal Bilingual Unit => Words.Unit(Indicator.Unit);

    internal int Decimals => Indicator.Decimals;

    internal TargetView Target => TargetOf(Indicator);

    internal string Href => PortalPaths.Indicator(Indicator.Plan, Indicator.Code);

    internal bool IsMilestone => Indicator.Target.Kind == TargetKind.Milestone;

    /// <summary>Current values of the origin that decides, oldest period first.</summary>
    internal IEnumerable<IndicatorValue> Deciding => Source.Values.Where(value => value.Origin == Indicator.Deciding);

    /// <summary>The deciding value that the standing rests on, or the newest that could not be given.</summary>
    internal IndicatorValue? Latest => Standing.Latest is { } latest
        ? Deciding.LastOrDefault(value => value.Period == latest.Period)
        : Deciding.LastOrDefault();

    internal DatedFigure Baseline => Indicator.Baseline is { } baseline
        ? new(baseline.Value, Figures.Year(baseline.Year), Words: IsMilestone && baseline.Value is { } done ? Words.Done(done) : null)
        : new(null, ("", ""));

    /// <summary>The newest value; for a sum over the years, the sum so far.</summary>
    internal DatedFigure Newest
    {
        get
        {
            if (Standing.Latest is not { } latest)
            {
                return new(null, Latest is { } empty ? Figures.When(empty.Period) : ("", ""), Latest?.NotGiven);
            }

            var when = Figures.When(latest.Period);
            return Indicator.Target.Kind switch
            {
                TargetKind.Cumulative => new(SumSoFar, UpTo(latest.Period)),
                TargetKind.Milestone => new(latest.Value, when, Words: Words.Done(latest.Value)),
                _ => new(latest.Value, when),
            };
        }
    }

    internal GapView Gap => GapOf.Indicator(Indicator, Standing, Latest, AsOf);

    internal ValueStripModel Strip => new(Baseline, Newest, Target, Figures.Year(Indicator.Target.Year), Gap, Unit, Decimals)
    {
        Origin = Standing.Latest is null ? null : Latest?.Provisional == true ? Words.Provisional(Indicator.Deciding) : Words.Origin(Indicator.Deciding),
        ProvenanceHref = Href + "#provenance",
    };

    internal TargetBarModel Bar => new(Target, Indicator.Target.Year, Unit, Decimals)
    {
        Baseline = Indicator.Baseline?.Value,
        BaselineYear = Indicator.Baseline?.Year,
        // As published: what people see is what is judged, so the share of the way is the standing's too.
        Latest = IsMilestone || Newest.Value is not { } newest ? null : Rounding.HalfEven(newest, Decimals),
        LatestWhen = Newest.When,
        Steps = [.. Indicator.Steps.Select(step => new Ui.Targets.YearStep(step.Year, step.Value))],
        Expected = Expected,
    };

    /// <summary>What the schedule asks for at the end of the latest value's period, or on the day where there is none; null outside its time.</summary>
    internal decimal? Expected => ScheduleLine.Of(Indicator)?.On(Standing.Latest?.Period.Last ?? AsOf);

    private static Bilingual UpTo(Period period) => period.Last is { Month: 12 }
        ? new($"累计至{Figures.Year(period.Year).Zh}底", $"up to the end of {Figures.Year(period.Year).En}")
        : new($"累计至{Figures.When(Period.OfMonth(period.Year, period.Last.Month)).Zh}", $"up to {Figures.When(Period.OfMonth(period.Year, period.Last.Month)).En}");

    // The standing tells what is missing to the total, so the sum shown is the one that was judged.
    private decimal? SumSoFar => Indicator.Target.Value is { } total && Standing.Gap is { } gap
        ? Indicator.Direction == DesiredDirection.Down ? total + gap : total - gap
        : null;

    private static TargetView TargetOf(IndicatorView indicator)
    {
        var target = indicator.Target;
        bool? higher = indicator.Direction switch { DesiredDirection.Up => true, DesiredDirection.Down => false, _ => null };
        var number = target.Kind switch
        {
            TargetKind.Milestone or TargetKind.Direction => null,
            TargetKind.Keep => target.Value ?? indicator.Baseline?.Value,
            _ => target.Value,
        };
        return new(Enum.Parse<TargetShape>(target.Kind.ToString()), number, target.Upper, higher, number is null ? target.Text : null);
    }
}
