namespace FactChecking.Tests.Support;

/// <summary>The records of <c>data/</c> copied to where a test may change them.</summary>
internal static class DataCopy
{
    public static string To(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Repository.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file always stands in a folder
            File.Copy(file, target);
        }
        return folder;
    }
}
