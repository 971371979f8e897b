namespace FactChecking.Curation.Exchange.Archives;

/// <summary>
/// Changes files of a folder, all or none. File by file, not by a new folder in its place: the folder may be mounted, and
/// other files may lie in it.
/// </summary>
internal sealed class FolderChange(string folder)
{
    /// <summary>Writes and deletes files. When that fails midway, what was done is taken back.</summary>
    /// <exception cref="IOException">The folder cannot be written; it is as it was.</exception>
    public void Apply(IEnumerable<KeyValuePair<string, byte[]>> written, IEnumerable<string> gone)
    {
        // In the folder, so that files are moved within one file system. A crash midway leaves the old files here.
        var beside = Directory.CreateDirectory(Path.Combine(folder, $".import-{Guid.NewGuid():N}")).FullName;
        var undo = new Stack<Action>();
        try
        {
            var files = written.Index().Select(item => (Staged: Path.Combine(beside, $"{item.Index}.new"), item.Item.Key, item.Item.Value)).ToList();
            foreach (var (staged, _, content) in files)
                File.WriteAllBytes(staged, content);
            foreach (var name in gone)
                PutAway(name, beside, undo);
            foreach (var (staged, name, _) in files)
            {
                var target = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file always stands in a folder
                PutAway(name, beside, undo);
                File.Move(staged, target);
                undo.Push(() => File.Delete(target));
            }
        }
        catch
        {
            while (undo.TryPop(out var step))
                step();
            throw;
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    private void PutAway(string name, string beside, Stack<Action> undo)
    {
        var (file, kept) = (Path.Combine(folder, name), Path.Combine(beside, $"{undo.Count}.old"));
        if (!File.Exists(file))
            return;
        File.Move(file, kept);
        undo.Push(() => File.Move(kept, file));
    }
}
