using BotHost.Store.Submissions;
using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Messages;

namespace FactChecking.Curation.Queue;

/// <summary>What people passed on, for maintainers to decide on: put together, ranked, and with the claims that it may be.</summary>
public sealed class MaintainerQueue(SubmissionStore passedOn, MatchExplainer explainer, KnowledgeBase knowledge)
{
    // Those that are passed on once and never again wait until the others are dealt with.
    private const int MaxTexts = 5_000;

    private const int MaxProposals = 3;

    private const double LeastProbability = 0.02;

    /// <summary>What is not decided yet, what was passed on most first.</summary>
    /// <param name="language">Only texts in this language, one of <see cref="ReplyLanguages.All"/>; null: all.</param>
    public async Task<IReadOnlyList<QueueCluster>> ReadAsync(string? language) =>
        QueueClusters.Of([.. (await passedOn.UndecidedAsync(MaxTexts)).Where(text => language is null || text.Language == language)]);

    /// <summary>Whether there is a published claim with this id.</summary>
    public bool IsOnRecord(string? claim) => claim is not null && DossierReader.Find(knowledge.Current, claim) is not null;

    /// <summary>The claims on record that a text may be, the likeliest first, with what speaks for and against each.</summary>
    public async Task<IReadOnlyList<ProposedClaim>> ProposeAsync(Submission text, CancellationToken cancellationToken)
    {
        var generation = knowledge.Current;
        var (decision, matches, _) = await explainer.ExplainAsync(new Question(text.Text), generation, MaxProposals, cancellationToken);
        return [.. matches
            .Where(match => match.Probability >= LeastProbability)
            .Select(match => new ProposedClaim(match, DossierReader.Find(generation, match.Claim)?.Text.In(text.Language) ?? match.Claim, decision != Decision.None))];
    }
}

/// <summary>A claim that a passed-on text may be.</summary>
/// <param name="Match">Why, and how sure.</param>
/// <param name="Text">The claim, in the text's language where it is on record in it.</param>
/// <param name="IsLikely">The bot itself would answer or ask with it; else it is only the nearest there is.</param>
public sealed record ProposedClaim(MatchExplanation Match, string Text, bool IsLikely);
