using BotHost.Store.Proposals;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Variants;

namespace FactChecking.Curation.Wordings;

/// <summary>Adds a wording that people use to a claim's next state.</summary>
public sealed class WordingDraft(RecordEditor editor, VariantEditor variants)
{
    /// <summary>Adds it as a draft; to an imported record, which has no file, at once.</summary>
    /// <returns>Why not; null when it is added.</returns>
    public async Task<string?> AddAsync(VariantProposal proposal, string author, CancellationToken cancellationToken)
    {
        var key = RecordKey.Of("claims", proposal.Claim);
        if (key is null || await editor.FindAsync(key, cancellationToken) is not { } state)
            return (await variants.AcceptAsync(proposal, cancellationToken)).Refused;
        if (state.Text is null)
            return $"{proposal.Claim} is about to be taken out.";
        if (ClaimFile.Read(proposal.Claim, state.Text) is not { } file)
            return $"{proposal.Claim}: the variants are not one below the other. Add the wording by hand.";
        if (file.Find(VariantText.WordsOf(proposal.Text)) >= 0)
            return $"{proposal.Claim} has a wording that says the same.";

        var variant = new Variant(proposal.Language, VariantText.FormOf(proposal.Text), VariantOrigin.Confirmed, VariantText.OnOneLine(proposal.Text));
        if (file.With(variant) is not { } text)
            return $"{proposal.Claim}: the file is laid out in a way that a program cannot add to safely. Add the wording by hand.";
        return await editor.SaveAsync(key, state.Version, text, author, "A wording that people use", cancellationToken) is SaveOutcome.Conflict
            ? "Somebody else saved the claim at this moment. Try again."
            : null;
    }
}
