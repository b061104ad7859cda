namespace Greenprint.Planning.Writing;

/// <summary>Writes a file beside its target and moves it over: a refused input or a full disk leaves an older answer as it was.</summary>
internal static class OutputFile
{
    /// <summary>Writes the file if <paramref name="write"/> says that it is whole.</summary>
    /// <returns>What <paramref name="write"/> answered.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static bool Write(string path, Func<Stream, bool> write)
    {
        var partial = path + ".part";
        try
        {
            bool whole;
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                whole = write(stream);
            }

            if (whole)
            {
                File.Move(partial, path, overwrite: true);
            }

            return whole;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
