using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Tests;

/// <summary>A table that contradicts itself is refused as a whole, by file, line and reason.</summary>
public sealed class RefusedTablesTests(CopiedTables tables) : IClassFixture<CopiedTables>
{
    public static TheoryData<string, string, string, int, string> Faults => new()
    {
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,year,µg/m³,45,35", 14, "laxer than class 2" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,year,mg/m³,15,35", 14, "not in 'mg/m³'" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,year,µg/m³,15,76", 15, "stricter than line 14" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,day,µg/m³,15,35", 15, "two limits" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm3,year,µg/m³,15,35", 14, "no item of ambient air" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,year,µg/m³,15,3，5", 14, "is no number" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,year,µg/m³,0,35", 14, "more than zero" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,year,µg/m³,15", 14, "There are 7 cells" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35", ",pm25,season,µg/m³,15,35", 14, "is none of hour, 8h, day, year" },
        { "GB3095-2012/limits.csv", ",pm25,year,µg/m³,15,35,4.2 表1,VERIFIED", ",pm25,year,µg/m³,15,35,4.2 表1,SURE", 14, "is no mark" },
        { "GB3095-2012/limits.csv", "stage,item,averaging", "stage,thing,averaging", 1, "'item' is missing" },
        { "GB3095-2012/limits.csv", "stage,item,averaging", "stage,item,item", 1, "'averaging' is missing" },
        { "GB3095-2012/limits.csv", "stage,item,averaging,unit,class1,class2,clause,mark", "stage,item,averaging,unit,class1,class2,clause,mark,mark", 1, "named twice" },
        { "GB3095-2026/limits.csv", "full,pm25,year,µg/m³,10,25", "full,pm25,year,µg/m³,10,31", 28, "later stage is laxer than line 14" },
        { "GB3095-2026/limits.csv", "full,pm25,year,µg/m³,10,25", "later,pm25,year,µg/m³,10,25", 28, "names no stage 'later'" },
        { "GB3095-2026/limits.csv", "full,pm25,year,µg/m³,10,25,4.2 表1,VERIFIED", "", 14, "The stage 'full' has no limit for pm25" },
        { "GB3095-2026/standard.json", "\"from\": \"2031-01-01\"", "\"from\": \"2031-01-02\"", 16, "should begin 2031-01-01" },
        { "GB3095-2026/standard.json", "\"from\": \"2026-03-01\", \"to\": null", "\"from\": \"2026-03-02\", \"to\": null", 15, "should begin 2026-03-02" },
        { "GB3095-2026/standard.json", "\"id\": \"GB3095-2026\"", "\"id\": \"GB3095\"", 2, "not the name of the folder" },
        { "GB3095-2026/standard.json", "\"issued\": \"2026-02-13\"", "\"issued\": \"13.2.2026\"", 6, "yyyy-MM-dd" },
        { "GB3095-2026/standard.json", "\"kind\": \"air-limits\",", "\"kind\" \"air-limits\",", 4, "':'" },
        { "GB3095-2026/standard.json", "\"issued\"", "\"day\"", 0, "not present" },
        { "GB3095-2026/standard.json", "\"issued\": \"2026-02-13\"", "\"issued\": \"2026-03-02\"", 13, "no earlier than it is issued" },
        { "GB3095-2026/standard.json", "\"compare\": \"rounded\"", "\"compare\": \"about\"", 7, "write full or rounded" },
        { "GB3095-2026/standard.json", "\"by\": \"greenprint\"", "\"by\": \"\"", 9, "Somebody with a name" },
        { "GB3095-2026/standard.json", "\"on\": \"2026-11-25\"", "\"on\": \"2025-11-25\"", 9, "no earlier than the edition was issued" },
        { "GB3095-2026/standard.json", "\"mark\": \"VERIFIED\"", "\"mark\": \"SURE\"", 13, "is no mark" },
        { "HJ633-2026/standard.json", "\"kind\": \"air-index\"", "\"kind\": \"air-limits\"", 13, "together with GB3095-2026" },
        { "GB3838-2002/standard.json", "\"compare\": \"full\"", "\"compare\": \"rounded\"", 7, "are compared in full" },
        { "HJ663-2026/standard.json", "\"compare\": \"rounded\"", "\"compare\": \"full\"", 7, "are compared rounded" },
        { "HJ633-2026/breakpoints.csv", "pm25,day,µg/m³,0,35,60,115", "pm25,day,µg/m³,0,35,116,115", 11, "rise" },
        { "HJ633-2026/breakpoints.csv", "pm25,day,µg/m³,0,35,60,115", "pm25,day,µg/m³,0,35,,115", 11, "between break points is empty" },
        { "HJ633-2026/breakpoints.csv", "pm25,day,µg/m³,0,35,60,115", "pm10,day,µg/m³,0,35,60,115", 11, "a second time" },
        { "HJ633-2026/breakpoints.csv", "800,,,,cap 200", "800,,,,cap 300", 3, "write 'none' or 'cap 200'" },
        { "HJ633-2026/breakpoints.csv", "unit,0,50,100", "unit,0,101,100", 1, "begin with 0 and rise" },
        { "HJ633-2026/levels.csv", "3,101,150", "3,102,150", 4, "begins at 101" },
        { "HJ633-2026/levels.csv", "#FF7E00", "orange", 4, "#RRGGBB" },
        { "HJ633-2026/levels.csv", "0 52 100 0", "0 152 100 0", 4, "no colour in print" },
        { "HJ633-2026/levels.csv", "0 52 100 0", "0 52 100", 4, "no colour in print" },
        { "HJ633-2026/advice.csv", "3,,敏感人群", "2,,敏感人群", 4, "a second time" },
        { "HJ633-2026/advice.csv", "6,,健康人群", "7,,健康人群", 0, "no advice for level 6" },
        { "HJ633-2026/advice.csv", ",co,,,心血管", ",co2,,,心血管", 10, "about a level or about an item" },
        { "HJ633-2026/advice.csv", ",co,,,心血管", "6,co,,,心血管", 10, "about a level or about an item" },
        { "HJ633-2026/advice.csv", ",People with cardiovascular disease,", ",,", 10, "missing in a language" },
        { "GB3095-2012/other-limits.csv", ",nox,year,µg/m³,50,50", ",nox,year,µg/m³,60,50", 4, "laxer than class 2" },
        { "GB3095-2012/other-limits.csv", ",nox,year,µg/m³,50,50", ",nox,year,mg/m³,50,50", 4, "not µg/m³" },
        { "GB3095-2012/other-limits.csv", ",nox,year,µg/m³,50,50", ",noy,year,µg/m³,50,50", 4, "is no item" },
        { "GB3095-2012/minimum.csv", "pb,season,", "pb,hour,", 0, "least data for pb over Season" },
        { "GB3095-2012/reference-state.csv", "2018-09-01,", "2011-09-01,", 3, "comes after" },
        { "spearman.csv", "6,0.829", "6,0.929", 3, "More periods need less" },
        { "spearman.csv", "6,0.829,0.943", "6,0.829,0.743", 3, "stricter value is the larger" },
        { "spearman.csv", "5,0.900,1.000", "5,0.900,1.100", 2, "at most 1" },
        { "spearman.csv", "5,0.900", "4,0.900", 2, "begins with 5" },
        { "HJ633-2026/rules.csv", "daily-item,co,day", "daily-item,co,8h", 0, "no break points" },
        { "HJ633-2026/rules.csv", "concentration-decimals,co,1", "concentration-decimals,co2,1", 12, "is no item" },
        { "HJ633-2026/rules.csv", "primary-above,,50", "daily-missing-item-publish-above,,50", 24, "a second time" },
        { "HJ633-2026/rules.csv", "hourly-item,pm10,hour on day", "hourly-item,pm10,hour", 0, "no break points" },
        { "HJ633-2026/rules.csv", "hourly-item,so2,hour", "hourly-item,so2,month", 14, "is none of hour, 8h, day" },
        { "HJ633-2026/rules.csv", "index-least,,1", "index-least,,0", 0, "first level begins at 1" },
        { "HJ633-2026/rules.csv", "primary-above,,50", "primary,,50", 0, "0 times instead of once" },
        { "HJ663-2026/rules.csv", "day-hours,*,20", "day-hours,*,25", 0, "24 hours" },
        { "HJ663-2026/rules.csv", "day-windows,o3,14", "day-windows,o3,18", 0, "More windows" },
        { "HJ663-2026/rules.csv", "year-days,*,324", "year-days,*,366", 0, "do not fit" },
        { "HJ663-2026/rules.csv", "month-days,*,27", "month-days,*,31", 0, "More days" },
        { "HJ663-2026/rules.csv", "percentile,o3,90", "percentile,o3,190", 0, "1 to 100" },
        { "HJ663-2026/rules.csv", "percentile,o3,90", "percentil,o3,90", 0, "missing for o3" },
        { "items.csv", "\ncd,镉,Cadmium,Cd,7440-43-9", "\ncd,镉,Cadmium,Cd,7440-43-8", 24, "last digit does not check" },
        { "items.csv", "\ncd,镉,Cadmium,Cd,7440-43-9", "\ncd,镉,Cadmium,Cd,744043-9", 24, "is no CAS number" },
        { "items.csv", "\ncd,镉,Cadmium,Cd,7440-43-9", "\ncd,镉,Cadmium,Cd,7439-97-6", 24, "is that of line 23" },
        { "items.csv", "\ncd,镉,Cadmium", "\nCd,镉,Cadmium", 24, "is no code" },
        { "items.csv", "\ncd,镉,Cadmium", "\nhg,镉,Cadmium", 24, "a second time" },
        { "items.csv", "\ncd,镉,Cadmium", "\ncd,总汞,Cadmium", 24, "also that of line 23" },
        { "items.csv", "\ncd,镉,Cadmium", "\ncd,镉,", 24, "lacks a name" },
        { "air-editions.csv", "2026-transition,GB3095-2026,transition", "2026-transition,GB3095-2027,transition", 3, "no edition 'GB3095-2027'" },
        { "air-editions.csv", "2026-transition,GB3095-2026,transition", "2026-transition,GB3095-2026,half", 3, "no stage 'half'" },
        { "air-editions.csv", "2026-full,GB3095-2026,full", "2026-full,GB3095-2026,transition", 4, "two editions or none" },
        { "air-editions.csv", "transition,HJ633-2026,HJ663-2026", "transition,HJ663-2026,HJ663-2026", 3, "not 'air-index'" },
        { "GB3838-2002/limits.csv", "nh3n,any,mg/L,higher,0.15,0.5,1.0", "nh3n,any,mg/L,higher,0.15,1.5,1.0", 7, "gets stricter from class II (1.5) to the worse class III (1.0)" },
        { "GB3838-2002/limits.csv", "do,any,mg/L,lower,7.5,6", "do,any,mg/L,lower,7.5,8", 3, "gets stricter" },
        { "GB3838-2002/limits.csv", "tp,lake,", "tp,any,", 9, "two limits for one body" },
        { "GB3838-2002/limits.csv", "6-9,6-9,6-9,6-9,6-9", "6-9,6-9,6-9,6-9,5-9", 2, "A range is written 6-9" },
        { "GB3838-2002/limits.csv", "cod,any,mg/L", "cod,any,µg/L", 5, "given in mg/L" },
        { "GB3838-2002/limits.csv", "cod,any,mg/L,higher", "co,any,mg/L,higher", 5, "no item of water" },
        { "GB3838-2002/rules.csv", "temperature-fall,temp,2", "temperature-drop,temp,2", 0, "0 times instead of once" },
        { "HB2011-22/river-states.csv", ",2,75,90", ",6,75,90", 3, "from 1 (优) to 5" },
        { "HB2011-22/river-states.csv", "below-60,5", "below-50,5", 7, "is none of" },
        { "HB2011-22/rules.csv", "change-some-up-to,,20", "change-some-up-to,,10", 0, "do not fit" },
        { "GB3097-1997/limits.csv", "cod,,value,mg/L,<=2,<=3", "cod,,value,mg/L,<=2,<=1", 4, "gets stricter from class I (<=2) to the worse class II (<=1)" },
        { "GB3097-1997/limits.csv", "do,,value,mg/L,>6,>5", "do,,value,mg/L,>6,>7", 3, "gets stricter" },
        { "GB3097-1997/limits.csv", "do,,value,mg/L,>6,>5", "do,,value,mg/L,>=6,>6", 3, "gets stricter" },
        { "GB3097-1997/limits.csv", "ph,,value,,7.8-8.5,7.8-8.5", "ph,,value,,7.8-8.5,7.9-8.5", 2, "gets stricter" },
        { "GB3097-1997/limits.csv", "cod,,value,mg/L,<=2,<=3", "cod,,value,mg/L,2,<=3", 4, "is no limit" },
        { "GB3097-1997/limits.csv", "cod,,value,mg/L", "cod,,value,ppm", 4, "no unit that is known" },
        { "GB3097-1997/limits.csv", "cod,,value,mg/L", "kod,,value,mg/L", 4, "no item of the catalogue" },
        { "GB3097-1997/limits.csv", "cod,,value,mg/L", "do,,value,mg/L", 4, "two rows for one use" },
        { "GB3097-1997/limits.csv", "coliform,shellfish,value,1/L", "coliform,shellfish,value,1/mL", 31, "given in 1/L for other uses" },
        { "GB3097-1997/rules.csv", "no3n no2n nh3n", "no3n", 2, "two to eight parts" },
        { "GB3097-1997/rules.csv", "sum,din", "sum,tn", 2, "is limited in this table" },
        { "GB3097-1997/classes.csv", "5,劣四类", "6,劣四类", 6, "The class here is 5" },
        { "GBT14848-2017/limits.csv", "las,,value,mg/L,ND,<=0.1", "las,,value,mg/L,<=0.1,ND", 17, "gets stricter" },
        { "GB15618-2018/limits.csv", "cd,intervention,any,mg/kg,1.5", "cd,intervention,any,mg/kg,0.2", 19, "below the screening value of line 2" },
        { "GB15618-2018/limits.csv", "ni,screening,any,mg/kg", "ni,screening,any,µg/kg", 14, "given in mg/kg" },
        { "GB15618-2018/limits.csv", "ni,screening,any", "zn,screening,any", 15, "two rows for one use" },
        { "GB15618-2018/limits.csv", "ni,screening,any", "ni,screening,paddy", 14, "no screening value for the use 'other'" },
        { "GB15618-2018/limits.csv", "ni,screening,any,mg/kg,60", "ni,screening,any,mg/kg,0", 14, "more than zero" },
        { "GB15618-2018/grades.csv", "3,严格管控类", "4,严格管控类", 0, "three grades" },
        { "GB36600-2018/limits.csv", "cd,mg/kg,20,65,47,172", "cd,mg/kg,20,65,19,172", 3, "below the screening value of line 3" },
        { "GB36600-2018/limits.csv", "cd,mg/kg,20", "kd,mg/kg,20", 3, "no item of the catalogue" },
        { "HJ442.10-2020/states.csv", "5,极差,Very poor,,,,,,,40", "5,极差,Very poor,,,,,,,50", 0, "No state holds" },
        { "HJ442.10-2020/states.csv", "2,良好", "6,良好", 3, "from 1 (优) to 5" },
        { "HJ442.10-2020/eutrophication.csv", "3,excluded", "0.5,excluded", 4, "begin with 0 and rise" },
        { "GB3096-2008/limits.csv", "2,2类,Class 2,dB(A),60,50", "2,2类,Class 2,dB(A),50,60", 4, "nights are quieter" },
        { "GB3096-2008/limits.csv", "4b-older", "4c", 0, "'4b-older' is missing" },
        { "GB3096-2008/rules.csv", "day-from,,6", "day-from,,23", 0, "begins before the night" },
        { "HJ640-2012/levels.csv", "area,day,2,55.0", "area,day,2,45.0", 3, "rise" },
        { "HJ640-2012/levels.csv", "road,night,5,", "road,night,5,70", 0, "five levels by day" },
        { "TLI2001/indicators.csv", "tn,mg/L,5.453", "tp,mg/L,5.453", 4, "each once" },
        { "TLI2001/indicators.csv", "-0.83", "-1.83", 5, "between -1 and 1" },
        { "TLI2001/indicators.csv", "codmn,mg/L,0.109,2.661,2.66,0.83,,VERIFIED", "", 0, "five indicators" },
        { "TLI2001/states.csv", "3,轻度富营养,Lightly eutrophic,50,60", "3,轻度富营养,Lightly eutrophic,51,60", 4, "where the one before it ends" },
        { "CWQI2017/rules.csv", "neutral,ph,7", "neutral,ph,seven", 2, "is no number" },
        { "JC2015-130/limits.csv", "do,mg/L,lower,2.0,0.2", "do,mg/L,lower,2.0,2.2", 3, "beyond the light one" },
        { "JC2015-130/limits.csv", "do,mg/L,lower,2.0,0.2", "do,mg/L,lower,2.0,2.0", 3, "beyond the light one" },
        { "JC2015-130/limits.csv", "nh3n,mg/L,higher,8.0,15", "nh3n,mg/L,higher,8.0,8.0", 5, "beyond the light one" },
        { "GB3838-2002/drinking.csv", "2,1,so4,mg/L,250", "2,1,so4,mg/L,0", 2, "more than zero, in mg/L" },
        { "GB3838-2002/drinking.csv", "2,1,so4,mg/L,250", "2,1,so4,µg/L,250", 2, "more than zero, in mg/L" },
        { "GB3838-2002/drinking.csv", "2,2,cl,mg/L", "2,2,so4,mg/L", 3, "stands here a second time" },
        { "GB3838-2002/drinking.csv", "2,2,cl,mg/L", "2,3,cl,mg/L", 3, "does not follow" },
        { "HBH2012-1266/surveys.csv", "monthly,ph,", "monthly,temp,", 3, "in this survey a second time" },
        { "HBH2012-1266/surveys.csv", "monthly,ph,", "monthly,chla,", 3, "has no limit in GB 3838" },
        { "JC2015-130/limits.csv", "orp,mV", "ph,mV", 4, "sd, do, orp and nh3n" },
        { "JC2015-130/limits.csv", "nh3n,mg/L,higher,8.0,15,,VERIFIED", "", 0, "four items" },
        { "HB2011-22/classes.csv", "6,劣Ⅴ类", "7,劣Ⅴ类", 7, "The class here is 6" },
        { "HB2011-22/rules.csv", "limiting-first,cn", "limiting-first,", 8, "needs its item" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_table_that_contradicts_itself_is_refused_by_file_line_and_reason(string file, string right, string wrong, int line, string reason)
    {
        var text = tables.Read(file);
        Assert.Contains(right, text, StringComparison.Ordinal);

        var fault = tables.With(file, text.Replace(right, wrong, StringComparison.Ordinal), folder => Assert.Throws<StandardTableException>(() => StandardLibrary.Load(folder)));

        Assert.Equal((file, line), (fault.File, fault.Line));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith(line > 0 ? $"{file}: line {line}: " : $"{file}: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_is_named()
    {
        var fault = tables.With("HJ663-2026/rules.csv", null, folder => Assert.Throws<StandardTableException>(() => StandardLibrary.Load(folder)));

        Assert.Equal("HJ663-2026/rules.csv", fault.File);
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("a,b\n", 1, "no rows")]
    [InlineData("a,b\n\"x,1\n", 2, "not closed")]
    public void A_file_that_is_no_table_is_refused(string text, int line, string reason)
    {
        var fault = Assert.Throws<StandardTableException>(() => CsvTable.Read("t.csv", new StringReader(text), "a"));

        Assert.Equal(line, fault.Line);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_cell_may_hold_commas_and_quotation_marks()
    {
        var row = CsvTable.Read("t.csv", new StringReader("\uFEFFa,b\n\"x, \"\"y\"\"\",2\n"), "a", "b").Rows[0];

        Assert.Equal(("x, \"y\"", 2), (row["a"], row.Whole("b")));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Contains("/nowhere", Assert.Throws<DirectoryNotFoundException>(() => StandardLibrary.Load("/nowhere")).Message, StringComparison.Ordinal);
}

/// <summary>A copy of the tables in which one file after the other is spoilt for a moment: copying all of them for each would take longer than the tests.</summary>
public sealed class CopiedTables : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"greenprint-standards-{Guid.NewGuid():N}");

    public CopiedTables()
    {
        foreach (var file in Directory.GetFiles(TestStandards.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(TestStandards.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    internal string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    /// <summary>What <paramref name="test"/> says while a file holds another text, or is not there.</summary>
    internal T With<T>(string file, string? text, Func<string, T> test)
    {
        var path = Path.Combine(folder, file);
        try
        {
            File.Delete(path);
            if (text is not null)
            {
                File.WriteAllText(path, text);
            }

            return test(folder);
        }
        finally
        {
            File.Copy(Path.Combine(TestStandards.Folder, file), path, overwrite: true);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
