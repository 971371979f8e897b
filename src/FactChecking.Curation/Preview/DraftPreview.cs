using FactChecking.Curation.DataFiles;
using FactChecking.Curation.DataFiles.Records;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Messages;
using FactChecking.Storage;

namespace FactChecking.Curation.Preview;

/// <summary>
/// The records as they would be: a database of its own beside the published one, answered from by the very same code, so
/// that a maintainer sees what a change does before anybody else does. Words alone decide here, and templates word the
/// replies: an embedding or language model is not asked.
/// </summary>
public sealed class DraftPreview(FactChecker checker, DataFolder folder, SqliteFile published, TimeProvider clock)
{
    /// <summary>Opens the records as they would be with another text of one of them.</summary>
    /// <param name="key">Which record; null: the records as the data folder has them.</param>
    /// <param name="text">Its text; null: it is taken out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataFaultsException">The records would not be sound.</exception>
    public async Task<PreviewedRecords> OpenAsync(RecordKey? key, string? text, CancellationToken cancellationToken)
    {
        var change = key is null ? null : new FileChange(folder.FindFile(key.Kind, key.Id) ?? folder.NewFile(key.Kind, key.Id), text);
        var records = await folder.ReadAsync(change, cancellationToken);
        var place = Directory.CreateTempSubdirectory("preview");
        try
        {
            var database = new SqliteFile(Path.Combine(place.FullName, "knowledge.db"));
            // What was imported is part of what answers compete with.
            if (File.Exists(published.Path))
                File.Copy(published.Path, database.Path);
            new KnowledgePublisher(database, clock).Publish((connection, transaction) => new CuratedRecordsWriter(connection, transaction).Replace(records));
            return new PreviewedRecords(checker, database, place, records.Claims);
        }
        catch
        {
            place.Delete(recursive: true);
            throw;
        }
    }
}

/// <summary>Records as they would be, open to be asked; gone with it.</summary>
public sealed class PreviewedRecords : IDisposable
{
    private readonly FactChecker _checker;
    private readonly DirectoryInfo _place;
    private readonly IReadOnlyList<ClaimRecord> _claims;

    internal PreviewedRecords(FactChecker checker, SqliteFile database, DirectoryInfo place, IReadOnlyList<ClaimRecord> claims) =>
        (_checker, Generation, _place, _claims) = (checker, new KnowledgeGeneration(database), place, claims);

    /// <summary>The records, for answering from them.</summary>
    public KnowledgeGeneration Generation { get; }

    /// <summary>Tries the messages that are kept with the claims.</summary>
    /// <returns>Those that do not lead where they should.</returns>
    public async Task<IReadOnlyList<BrokenTest>> TryTestMessagesAsync(CancellationToken cancellationToken)
    {
        var broken = new List<BrokenTest>();
        foreach (var claim in _claims)
        {
            foreach (var test in claim.TestMessages ?? [])
            {
                var question = new Question(test.Text) { FromRecordsOnly = true };
                var answer = await _checker.CheckAsync(question, Generation, cancellationToken);
                if (answer.Claims.Contains(claim.Id) != (test.Expect == "match"))
                    broken.Add(new BrokenTest(claim.Id, test.Text, test.Expect == "match", answer.Claims));
            }
        }
        return broken;
    }

    public void Dispose()
    {
        Generation.Dispose();
        _place.Delete(recursive: true);
    }
}

/// <summary>A message kept with a claim that does not lead where it should.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Text">The message.</param>
/// <param name="Expected">True: it should lead to the claim; false: it should not.</param>
/// <param name="Found">Ids of the claims that it leads to.</param>
public sealed record BrokenTest(string Claim, string Text, bool Expected, IReadOnlyList<string> Found);
