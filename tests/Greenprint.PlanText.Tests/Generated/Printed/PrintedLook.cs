namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>Which lines of a table are drawn.</summary>
internal enum Rules
{
    /// <summary>None at all.</summary>
    None,

    /// <summary>Over the head, under the head, under the table (三线表).</summary>
    Three,

    /// <summary>A level line under each row.</summary>
    Levels,

    /// <summary>A frame, upright lines and a line under the head; none between the rows.</summary>
    Columns,

    /// <summary>All but those at the sides.</summary>
    OpenSides,

    /// <summary>All.</summary>
    Full,
}

/// <summary>How a printed plan looks: everything that a reader must see through and nothing that it means.</summary>
internal sealed class PrintedLook
{
    private static readonly string[] Faces = ["Noto Serif CJK SC", "Noto Sans CJK SC"];

    public PrintedLook(int seed)
    {
        var random = new Random(seed * 7919 + 13);
        bool Chance(int of, int outOf) => random.Next(outOf) < of;
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];

        Rules = Pick(Rules.None, Rules.Three, Rules.Levels, Rules.Columns, Rules.OpenSides, Rules.Full, Rules.Full, Rules.Full);
        IsLandscape = Chance(1, 4);
        Face = Pick(Faces);
        LatinFace = Chance(1, 2) ? Face : "Times New Roman";
        BodySize = Pick(12, 14, 16);
        TableSize = Pick(9, 10.5, 12);
        IsCentred = Chance(1, 2);
        IsInMiddle = Chance(2, 3);
        RowsMayBreak = Chance(2, 3);
        RepeatsHead = Chance(1, 2);
        RowHeight = Pick(0, 0, 20, 34);
        NameSigns = Pick(7, 9, 12, 16, 22);
        WordSigns = Pick(4, 5, 6, 8);
        IsAsWideAsPage = Chance(1, 2);
        Footer = Pick("", "— # —", "#", "第 # 页");
        HasRunningHead = Chance(1, 3);
        HasCover = Chance(1, 3);
        HasContents = Chance(1, 4);
        HasNotes = Chance(1, 3);
        HasFootnote = Chance(1, 3);
        HasProjects = Chance(1, 3);
        HasSubscripts = Chance(1, 2);
        TwoTables = Chance(1, 5);
        Fill = random.Next(0, 9);
        Grammar = random.Next(PrintedGrammar.Count);
    }

    public Rules Rules { get; init; }

    public bool IsLandscape { get; init; }

    public string Face { get; }

    public string LatinFace { get; }

    /// <summary>Points.</summary>
    public double BodySize { get; }

    /// <summary>Points.</summary>
    public double TableSize { get; }

    public bool IsCentred { get; }

    public bool IsInMiddle { get; }

    public bool RowsMayBreak { get; }

    public bool RepeatsHead { get; }

    /// <summary>Least height of a row in points.</summary>
    public int RowHeight { get; }

    /// <summary>How many signs a name has on a line.</summary>
    public int NameSigns { get; }

    /// <summary>How many signs other words have on a line.</summary>
    public int WordSigns { get; }

    public bool IsAsWideAsPage { get; }

    /// <summary>The page number; # stands for it.</summary>
    public string Footer { get; }

    public bool HasRunningHead { get; }

    public bool HasCover { get; }

    public bool HasContents { get; }

    public bool HasNotes { get; }

    public bool HasFootnote { get; }

    public bool HasProjects { get; }

    public bool HasSubscripts { get; }

    public bool TwoTables { get; }

    /// <summary>Paragraphs before the table, which move it over the page.</summary>
    public int Fill { get; }

    public int Grammar { get; }

    public override string ToString() =>
        $"{Rules}{(IsLandscape ? " landscape" : "")} {TableSize}pt {(IsCentred ? "centred" : "left")} {(IsInMiddle ? "middle" : "top")}{(RowsMayBreak ? " rows break" : "")}{(RepeatsHead ? " head repeats" : "")} height {RowHeight} name {NameSigns} words {WordSigns}{(TwoTables ? " two tables" : "")} grammar {Grammar}";
}
