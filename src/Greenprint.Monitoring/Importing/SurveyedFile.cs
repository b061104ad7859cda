namespace Greenprint.Monitoring;

/// <summary>A file that was read once and may be stored.</summary>
internal sealed record SurveyedFile(ImportFile File, FileProbe Probe, ImportFormat Format, Survey Survey)
{
    /// <summary>Rows between two reports of progress and two looks at the cancellation.</summary>
    public const int Breath = 16_384;

    /// <summary>Reads the whole file and judges it.</summary>
    /// <exception cref="ImportRefusal">It cannot be taken as it is.</exception>
    public static SurveyedFile Of(ImportFile file, ImportFormat? asked, ImportTerms terms, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var probe = FileProbe.Of(file);
        using var cursor = RowCursor.Open(file, probe);
        var format = ImportFormats.Of(file.Name, cursor.Header, asked);
        var reader = format.Open(terms.For(file, cursor.Header));
        var survey = new Survey(terms.Stations);
        while (cursor.Read(reader))
        {
            survey.Add(cursor.Row);
            if (survey.Rows % Breath == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(file.Name, Storing: false, survey.Rows));
            }
        }

        if (cursor.DeclaredRows is { } declared && declared != survey.Rows)
        {
            throw new ImportRefusal(MonitoringFindings.ShortExport(file.Name, declared, survey.Rows));
        }

        if (survey.CarbonMonoxide.IsTooLarge || survey.CarbonMonoxide.IsTooSmall)
        {
            var expected = format is BeijingPrsaFormat ? "µg/m³" : "mg/m³";
            throw new ImportRefusal(MonitoringFindings.WrongCarbonMonoxideUnit(
                file.Name, format.Name, expected, survey.CarbonMonoxide.Example, survey.CarbonMonoxide.IsTooLarge));
        }

        return new SurveyedFile(file, probe, format, survey);
    }
}

/// <summary>What holds for all files of one import.</summary>
/// <param name="Year">The year of times that have none.</param>
/// <param name="City">The city said by the caller.</param>
/// <param name="Stations">Stations met.</param>
/// <param name="Latest">End of the latest time that a reading may stand for.</param>
internal sealed record ImportTerms(int? Year, string? City, ImportedStations Stations, DateTimeOffset Latest)
{
    public FileContext For(ImportFile file, IReadOnlyList<string> header) => new(file.Name, header, Year, City, Stations, Latest);
}
