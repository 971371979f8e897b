using System.Text;
using BotHost.Store.Proposals;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Variants;

namespace FactChecking.Curation.Wordings;

/// <summary>
/// Adds variants to claims and takes them out, where the claim has its record: a file of <c>data/</c>, or the knowledge
/// database for what was imported.
/// </summary>
public sealed class VariantEditor(KnowledgeBase knowledge, KnowledgePublisher publisher, DataFolder folder)
{
    /// <summary>Makes a proposal a variant.</summary>
    /// <exception cref="IOException">The file cannot be written, or another program is publishing.</exception>
    public async Task<VariantChange> AcceptAsync(VariantProposal proposal, CancellationToken cancellationToken)
    {
        var variant = new Variant(proposal.Language, VariantText.FormOf(proposal.Text), VariantOrigin.Confirmed, proposal.Text);
        return SourceOf(proposal.Claim) switch
        {
            null => VariantChange.Because($"There is no claim {proposal.Claim} on record any more."),
            _ when IsWording(proposal) => VariantChange.Because($"{proposal.Claim} has a wording that says the same. Reject the proposal."),
            CuratedRecordsWriter.Source => await ChangeFileAsync(proposal.Claim, file => Added(file, variant), cancellationToken),
            _ => AddToDatabase(proposal.Claim, variant),
        };
    }

    /// <summary>Takes a variant out, whatever its origin.</summary>
    /// <param name="claim">Id of the claim.</param>
    /// <param name="text">The variant; signs, case and forms of letters may differ.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">The file cannot be written, or another program is publishing.</exception>
    public async Task<VariantChange> RemoveAsync(string claim, string text, CancellationToken cancellationToken)
    {
        var words = VariantText.WordsOf(text);
        return SourceOf(claim) switch
        {
            null => VariantChange.Because($"There is no claim {claim} on record."),
            CuratedRecordsWriter.Source => await ChangeFileAsync(claim, file => Removed(file, claim, words), cancellationToken),
            _ => RemoveFromDatabase(claim, words),
        };
    }

    private string? SourceOf(string claim) => knowledge.Current.Read(connection => VariantStore.FindSource(connection, claim));

    private bool IsWording(VariantProposal proposal)
    {
        var words = VariantText.WordsOf(proposal.Text);
        return knowledge.Current.Read(connection =>
            VariantStore.WordingsOf(connection, proposal.Claim).Any(wording => VariantText.WordsOf(wording) == words));
    }

    private static (string? Text, string Refused) Added(ClaimFile file, Variant variant) =>
        file.Find(VariantText.WordsOf(variant.Text)) >= 0
            ? (null, "The file has a variant that says the same. Reject the proposal.")
            : (file.With(variant), "The file is laid out in a way that a program cannot add to safely. Add the variant by hand.");

    private static (string? Text, string Refused) Removed(ClaimFile file, string claim, string words) =>
        file.Find(words) is >= 0 and var index
            ? (file.Without(index), "The file is laid out in a way that a program cannot change safely. Remove the variant by hand.")
            : (null, $"{claim} has no variant with these words.");

    // The folder is checked as it would be, and only then the file is replaced in one step.
    private async Task<VariantChange> ChangeFileAsync(
        string claim, Func<ClaimFile, (string? Text, string Refused)> change, CancellationToken cancellationToken)
    {
        if (folder.FindFile("claims", claim) is not { } path)
            return VariantChange.Because($"{claim} comes from the data folder, but there is no file of it there.");
        var (text, hasMark) = await ReadAsync(path, cancellationToken);
        if (ClaimFile.Read(folder.NameOf(path), text) is not { } file)
            return VariantChange.Because($"{folder.NameOf(path)}: the variants are not one below the other. Change them by hand.");
        var (changed, refused) = change(file);
        if (changed is null)
            return VariantChange.Because(refused);

        var findings = await folder.ValidateAsync(new FileChange(path, changed), cancellationToken);
        if (findings.Faults.Count > 0)
            return VariantChange.Because($"Nothing was changed, because the records would not be sound:{Environment.NewLine}{string.Join(Environment.NewLine, findings.Faults)}");

        var next = $"{path}.next";
        await File.WriteAllTextAsync(next, changed, new UTF8Encoding(hasMark), cancellationToken);
        File.Move(next, path, overwrite: true);
        return new VariantChange(null, [.. findings.Notes.Where(note => note.File == folder.NameOf(path)).Select(note => note.ToString())]);
    }

    private static async Task<(string Text, bool HasMark)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        return (Encoding.UTF8.GetString(bytes.AsSpan(hasMark ? Encoding.UTF8.Preamble.Length : 0)), hasMark);
    }

    private VariantChange AddToDatabase(string claim, Variant variant)
    {
        IReadOnlyList<DroppedVariant> dropped = [];
        Publish(claim, variants =>
        {
            (var kept, dropped) = VariantCap.Apply([.. variants, variant]);
            return kept;
        });
        return new VariantChange(null, [.. dropped.Select(item => $"{claim}: a variant was left out: {item.Reason}")]);
    }

    private VariantChange RemoveFromDatabase(string claim, string words)
    {
        bool IsMeant(Variant variant) => VariantText.WordsOf(variant.Text) == words;
        if (!knowledge.Current.Read(connection => VariantStore.Of(connection, null, claim)).Any(IsMeant))
            return VariantChange.Because($"{claim} has no variant with these words.");
        Publish(claim, variants => [.. variants.Where(variant => !IsMeant(variant))]);
        return VariantChange.Done;
    }

    private void Publish(string claim, Func<IReadOnlyList<Variant>, IReadOnlyList<Variant>> change) => publisher.Publish((connection, transaction) =>
    {
        var variants = change(VariantStore.Of(connection, transaction, claim));
        VariantStore.Delete(connection, transaction, claim);
        VariantStore.Write(connection, transaction, claim, variants);
        var (number, next) = VariantStore.PlaceOf(connection, transaction, claim);
        using var passages = new PassageWriter(connection, transaction);
        passages.Write(number, variants.Select(variant => variant.ToPassage()), next);
    });
}
