using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Matching.Candidates;
using FactChecking.Matching.Rules;
using FactChecking.Matching.Stories;
using FactChecking.Messages;
using FactChecking.Semantics;
using FactChecking.Semantics.Embedders;
using FactChecking.Text;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching;

/// <summary>
/// Matches a message with the claims on record: by an address, else by its words and, where an embedding model is set, by its
/// meaning. The one entrance: the bot, the command line, the desk and the evaluation all call it.
/// </summary>
public sealed class ClaimMatcher
{
    private readonly MatchOptions _options;
    private readonly SemanticSearch? _meaning;
    private readonly SemanticsOptions _semantics;

    /// <param name="options">How sure the bot must be.</param>
    /// <param name="model">The weights; null: as shipped.</param>
    /// <param name="meaning">The search by meaning; null: words only.</param>
    /// <param name="semantics">Its settings.</param>
    internal ClaimMatcher(
        MatchOptions options, MatchModel? model = null, SemanticSearch? meaning = null, SemanticsOptions? semantics = null) =>
        (_options, Model, _meaning, _semantics) = (options, model ?? MatchModel.Shipped, meaning, semantics ?? new SemanticsOptions());

    /// <summary>The weights that it decides by.</summary>
    internal MatchModel Model { get; }

    /// <summary>True where the same message always matches the same records of a generation: no embedding model is asked.</summary>
    internal bool IsRepeatable(Question question) => _meaning is null || question.FromRecordsOnly;

    /// <summary>Matches a message that was not read yet.</summary>
    /// <param name="question">The message.</param>
    /// <param name="generation">The records.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ValueTask<MatchResult> MatchAsync(
        Question question, KnowledgeGeneration generation, int count, CancellationToken cancellationToken) =>
        MatchAsync(MessageReading.Of(question), generation, count, cancellationToken);

    /// <summary>Matches a message.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="generation">The records.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async ValueTask<MatchResult> MatchAsync(
        MessageReading reading, KnowledgeGeneration generation, int count, CancellationToken cancellationToken)
    {
        var question = reading.Question;
        if (FindByLink(reading.Text, question.AllLinks, generation, count) is { } known)
            return known;

        var meaning = question.FromRecordsOnly ? null : _meaning;
        var candidates = await CandidateSearch.FindAsync(question.Text, reading.Text, generation, meaning, cancellationToken);
        var language = Model.Shifts.Count == 0 ? null : LanguageGuess.Of(question.Text, question.LanguageHint);
        var model = language is null ? Model : Model.In(language);
        var result = new MatchDecider(_options, model, generation).Decide(candidates, count, meaning is null ? null : _semantics.AskAt);
        // Only a language has a shift.
        return model.Shift == 0 ? result : result with { Shift = new LanguageShift(language!, model.Shift) };
    }

    /// <summary>The claims whose record holds one of these addresses; null where there are none.</summary>
    /// <remarks>
    /// An address on record says more surely than any words which claim is meant; one of several claims is asked about. Records
    /// that say the same are not several.
    /// </remarks>
    internal static MatchResult? FindByLink(AnalysedText text, IReadOnlyCollection<string> links, KnowledgeGeneration generation, int count)
    {
        var canonical = text.Links.Concat(links.Select(CanonicalLink.Of).OfType<string>()).ToHashSet();
        var claims = LinkReader.ClaimsOf(generation, canonical);
        if (claims.Count == 0)
            return null;

        var isOne = claims.Count == 1 || claims.Skip(1).All(new StoryChoice(generation).SayingTheSame(claims[0]));
        var probability = MatchRules.CertainProbability / claims.Count;
        return new MatchResult(
            isOne ? Decision.Answer : Decision.Ask,
            [.. claims.Take(count).Select(claim => new Match(claim, probability) { MayAnswer = true })])
        {
            IsByLink = true,
        };
    }
}
