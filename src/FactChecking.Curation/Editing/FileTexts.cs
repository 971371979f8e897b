using System.Text;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;

namespace FactChecking.Curation.Editing;

/// <summary>The records of the data folder, a file each.</summary>
public sealed class FileTexts(DataFolder folder, KnowledgePublisher publisher, KnowledgeBase knowledge) : IPublishedTexts
{
    string IPublishedTexts.Origin => "data folder";

    async Task<string?> IPublishedTexts.ReadAsync(RecordKey key, CancellationToken cancellationToken) =>
        folder.FindFile(key.Kind, key.Id) is { } file ? await File.ReadAllTextAsync(file, cancellationToken) : null;

    async Task<IReadOnlyList<DataFault>> IPublishedTexts.FaultsAsync(RecordKey key, string? text, CancellationToken cancellationToken) =>
        (await folder.ValidateAsync(new FileChange(FileOf(key), text), cancellationToken)).Faults;

    // The file first: it is the record. If the database cannot follow, the file goes back to what it was.
    async Task IPublishedTexts.ReplaceAsync(RecordKey key, string? text, string? before, CancellationToken cancellationToken)
    {
        var file = FileOf(key);
        await WriteAsync(file, text, cancellationToken);
        try
        {
            await publisher.LoadAsync(folder, cancellationToken);
        }
        catch
        {
            await WriteAsync(file, before, CancellationToken.None);
            throw;
        }
        knowledge.MoveOn();
    }

    private string FileOf(RecordKey key) => folder.FindFile(key.Kind, key.Id) ?? folder.NewFile(key.Kind, key.Id);

    private static async Task WriteAsync(string file, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            File.Delete(file);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a full path to a file always has a folder
        var next = $"{file}.next";
        await File.WriteAllTextAsync(next, text, new UTF8Encoding(false), cancellationToken);
        File.Move(next, file, overwrite: true);
    }
}
