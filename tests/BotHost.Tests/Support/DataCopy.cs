namespace BotHost.Tests.Support;

/// <summary>The records of the repository copied to where a test may change them.</summary>
internal static class DataCopy
{
    public static string To(string folder)
    {
        var source = Path.Combine(Repository.Root, "data");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // a file always stands in a folder
            File.Copy(file, copy);
        }
        return folder;
    }
}
