using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Hand-worked cases of temperature, oxygen saturation, trophic index, city ranking and black-odorous water.</summary>
public sealed class OtherWaterCaseTests
{
    public static TheoryData<Case> Temperatures => CaseFiles.Of("temperature");

    public static TheoryData<Case> Oxygens => CaseFiles.Of("oxygen");

    public static TheoryData<Case> Trophic => CaseFiles.Of("tli");

    public static TheoryData<Case> Cities => CaseFiles.Of("cwqi");

    public static TheoryData<Case> CityChanges => CaseFiles.Of("cwqi-change");

    public static TheoryData<Case> Grades => CaseFiles.Of("grade");

    public static TheoryData<Case> Points => CaseFiles.Of("point");

    public static TheoryData<Case> Waters => CaseFiles.Of("water");

    private static StandardLibrary Library => TestStandards.Library;

    [Theory, MemberData(nameof(Temperatures))]
    public void Change_of_temperature_by_weeks(Case of)
    {
        var judged = Library.SurfaceWater.Temperature.Judge(WaterText.Numbers(of.Get("weeks")).Select(change => WaterTemperatureRule.OfWeek([20m + change], [19m, 21m])));

        Assert.Equal(of.Expected, judged is null ? "none" : $"rise={Written(judged.Rise, of, "rise")};fall={Written(judged.Fall, of, "fall")};{(judged.Meets ? "meets" : "exceeds")}");
    }

    [Theory, MemberData(nameof(Oxygens))]
    public void Class_of_oxygen_by_its_saturation(Case of)
    {
        var sample = of.Pairs.Select(pair => KeyValuePair.Create(MeasuredItems.Get(pair.Key), WaterText.Value(pair.Value))).ToList();
        WaterJudgement? Judge() => SurfaceWater.Classify(Library.SurfaceWater, sample, WaterBody.River, new(Oxygen: OxygenClassI.SaturationOrLimit));

        if (of.Expected == "invalid")
        {
            Assert.Throws<ArgumentOutOfRangeException>(Judge);
            return;
        }

        Assert.Equal(of.Expected, Whole((int)Judge()!.Class));
    }

    [Theory, MemberData(nameof(Trophic))]
    public void Trophic_level_index(Case of)
    {
        decimal? Value(string key) => string.IsNullOrEmpty(of[key]) ? null : of.Number(key);
        TrophicResult Index() => TrophicIndex.Of(Library.Trophic, new(Value("chla"), Value("tp"), Value("tn"), Value("sd"), Value("codmn")));

        if (of.Expected == "invalid")
        {
            Assert.Throws<ArgumentOutOfRangeException>(Index);
            return;
        }

        var result = Index();
        Assert.Equal(of.Expected, result.State is not { } state ? "not given"
            : $"index={result.Index.Text};state={Library.Trophic.States[(int)state - 1].Name.Zh};missing={string.Join(' ', result.Missing)}");
    }

    [Theory, MemberData(nameof(Cities))]
    public void Water_quality_index_of_a_city(Case of)
    {
        var sections = of.Pairs.GroupBy(pair => pair.Key.Split('.')[0]).SelectMany(body =>
        {
            var count = body.Max(pair => pair.Value.Split('|').Length);
            return Enumerable.Range(0, count).Select(at => WaterText.Section(
                $"{body.Key}{at}", body.Key == "lake" ? WaterBody.Lake : WaterBody.River,
                body.ToDictionary(pair => MeasuredItems.Get(pair.Key.Split('.')[1]), pair => WaterText.Value(pair.Value.Split('|')[at]))));
        });

        var city = CityIndex.Of(Library.CityIndex, Library.SurfaceWater, "市", [.. sections], WaterText.Month);

        Assert.Equal(of.Expected, $"rivers={city.Rivers?.Text};lakes={city.Lakes?.Text};index={(city.Index.IsGiven ? city.Index.Text : "not given")}");
    }

    [Theory, MemberData(nameof(CityChanges))]
    public void Change_of_the_index_of_a_city(Case of)
    {
        CityIndexResult City(string key) => CityIndex.Of(
            Library.CityIndex, Library.SurfaceWater, "市",
            [WaterText.Section("断面", WaterBody.River, new Dictionary<MeasuredItem, MeasuredValue> { [WaterText.Ammonia] = WaterText.Value(of.Get(key)) })], WaterText.Month);

        var change = CityIndex.Change(Library.CityIndex, City("before"), City("after"));

        Assert.Equal(of.Expected, change.LeftOut ? "left out" : change.Change.IsGiven ? change.Change.Text : "not given");
    }

    [Theory, MemberData(nameof(Grades))]
    public void Grade_of_black_and_odorous_water(Case of)
    {
        decimal? Value(string key) => of[key] is null ? null : of.Number(key);
        string Judge() => string.Join(' ', BlackOdorousWater.Grades(Library.BlackOdorous, new(Value("sd"), Value("depth"), Value("do"), Value("orp"), Value("nh3n")))
            .Select(grade => $"{grade.Key}={(int)grade.Value}"));

        if (of.Expected == "invalid")
        {
            Assert.Throws<ArgumentException>(Judge);
            return;
        }

        Assert.Equal(of.Expected, Judge());
    }

    [Theory, MemberData(nameof(Points))]
    public void Grade_of_a_point(Case of)
    {
        var readings = WaterText.Numbers(of.Get("do")).Select(value => new BlackOdorousReading(Oxygen: value))
            .Concat(WaterText.Numbers(of["nh3n"] ?? "").Select(value => new BlackOdorousReading(Ammonia: value)));

        Assert.Equal(of.Expected, BlackOdorousWater.Point(Library.BlackOdorous, readings) is { } grade ? Whole((int)grade) : "none");
    }

    [Theory, MemberData(nameof(Waters))]
    public void Grade_of_a_water_from_its_points(Case of)
    {
        var points = WaterText.Numbers(of.Get("points")).Select(point => (BlackOdorousGrade)(int)point).ToList();

        Assert.Equal(of.Expected, BlackOdorousWater.Water(Library.BlackOdorous, points) is { } grade ? Whole((int)grade) : "none");
    }

    // With as many places as the case was typed with.
    private static string Written(Fraction change, Case of, string key)
    {
        var typed = of.Expected.Split(';').First(part => part.StartsWith(key, StringComparison.Ordinal));
        var places = typed.Contains('.', StringComparison.Ordinal) ? typed.Length - typed.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return change.HalfEven(places).ToString("F" + Whole(places), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Whole(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
