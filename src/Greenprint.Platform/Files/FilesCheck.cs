namespace Greenprint.Platform;

/// <summary>Every file that a row rests on is there and whole.</summary>
internal sealed class FilesCheck(FileStore files, IEnumerable<IFileNames> names) : IDoctorCheck
{
    // Enough to begin with; the rest shows when these are mended.
    private const int Named = 5;

    public string Name => "files.content";

    public async Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        List<string> zh = [], en = [];
        var count = 0;
        foreach (var source in names)
        {
            foreach (var (sha256, what) in (await source.Needed(cancellation)).DistinctBy(file => file.Sha256))
            {
                count++;
                var path = files.PathOf(sha256);
                if (!await FileStore.IsWhole(path, sha256, cancellation))
                {
                    var isThere = File.Exists(path);
                    zh.Add($"{what.Zh}（{sha256[..16]}…，{(isThere ? "已损坏" : "缺失")}）");
                    en.Add($"{what.En ?? what.Zh} ({sha256[..16]}…, {(isThere ? "damaged" : "missing")})");
                }
            }
        }

        return zh.Count == 0
            ? new(DoctorLevel.Good, ($"{count} 个文件完好。", $"{count} files are whole."))
            : new(DoctorLevel.Fault, (
                $"{zh.Count} 个文件缺失或损坏：{string.Join("；", zh.Take(Named))}。请从备份的 files 目录恢复。",
                $"{en.Count} files are missing or damaged: {string.Join("; ", en.Take(Named))}. Restore them from the folder files of a backup."));
    }
}
