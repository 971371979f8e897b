using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FactChecking.Knowledge;
using FactChecking.Matching.Candidates;
using FactChecking.Messages;
using FactChecking.Semantics;
using FactChecking.Semantics.Embedders;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching;

/// <summary>
/// Matches a message by its words and, where an embedding model is set, by its meaning: candidates of both, compared alike,
/// ranked and judged by one model.
/// </summary>
public sealed class MessageMatcher
{
    private const int MaxByMeaning = 40;

    private readonly KnowledgeBase _knowledge;
    private readonly ClaimMatcher _matcher;
    private readonly SemanticSearch? _meaning;
    private readonly SemanticsOptions _options;

    internal MessageMatcher(KnowledgeBase knowledge, ClaimMatcher matcher, SemanticSearch? meaning, SemanticsOptions options) =>
        (_knowledge, _matcher, _meaning, _options) = (knowledge, matcher, meaning, options);

    /// <summary>The weights that it decides by.</summary>
    internal MatchModel Model => _matcher.Model;

    /// <summary>Matches one message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="count">How many matches to return at most.</param>
    /// <param name="links">Addresses that came with it and do not stand in the text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="languageHint">A BCP 47 tag that may be wrong; null if there is none.</param>
    /// <param name="byWordsOnly">No embedding model is asked.</param>
    public Task<MatchResult> MatchAsync(
        string text, int count, IReadOnlyCollection<string> links, CancellationToken cancellationToken, string? languageHint = null, bool byWordsOnly = false) =>
        MatchAsync(text, AnalysedText.Of(text), count, links, languageHint, byWordsOnly, cancellationToken);

    /// <summary>Matches a message that is read already.</summary>
    internal Task<MatchResult> MatchAsync(MessageReading reading, int count, CancellationToken cancellationToken)
    {
        var question = reading.Question;
        return MatchAsync(question.Text, reading.Text, count, question.AllLinks, question.LanguageHint, question.FromRecordsOnly, cancellationToken);
    }

    private async Task<MatchResult> MatchAsync(
        string text, AnalysedText analysed, int count, IReadOnlyCollection<string> links, string? languageHint, bool byWordsOnly, CancellationToken cancellationToken)
    {
        var meaning = byWordsOnly ? null : _meaning;
        var generation = _knowledge.Current;
        if (ClaimMatcher.ByLink(analysed, links, count, generation) is { } known)
            return known;
        if (meaning is null)
            return generation.Cached(KeyOf(text, count, languageHint), () => MatchByWords(text, analysed, count, languageHint, generation))!; // never null

        var candidates = await ReadAsync(text, analysed, generation, meaning, cancellationToken);
        return _matcher.Conclude(candidates, _matcher.LanguageOf(text, languageHint), count, generation, _options.AskAt);
    }

    private MatchResult MatchByWords(string text, AnalysedText analysed, int count, string? languageHint, KnowledgeGeneration generation) =>
        _matcher.Conclude(CandidateReader.Read(text, analysed, generation), _matcher.LanguageOf(text, languageHint), count, generation);

    // A post is passed on word for word, over and over. Its digest is enough to know it by: no message is kept.
    private static object KeyOf(string text, int count, string? languageHint) =>
        (nameof(MatchResult), Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()))), count, languageHint);

    /// <summary>The candidates for a message, each with what an embedding model says where one is set and answers.</summary>
    internal static async Task<IReadOnlyList<MatchCandidate>> ReadAsync(
        string text, AnalysedText analysed, KnowledgeGeneration generation, SemanticSearch? meaning, CancellationToken cancellationToken)
    {
        var byWords = CandidateReader.Read(text, analysed, generation);
        // What is on record word for word needs no second opinion.
        if (meaning is null || byWords.Any(candidate => CandidateRanking.IsWordForWord(candidate.Features)))
            return byWords;

        var claims = byWords.Select(candidate => candidate.Claim).ToHashSet();
        var hits = await meaning.FindAsync(generation, text, MaxByMeaning, cancellationToken, claims);
        var byMeaning = CandidateReader.Read(analysed, [.. hits.Select(hit => hit.Claim).Where(claim => !claims.Contains(claim))], generation);
        var cosines = hits.ToDictionary(hit => hit.Claim, hit => hit.Normalised);
        return [.. byWords.Concat(byMeaning).Select(candidate => cosines.TryGetValue(candidate.Claim, out var cosine)
            ? candidate with { Features = candidate.Features with { Meaning = new MeaningFeatures(cosine, 0, !claims.Contains(candidate.Claim)) } }
            : candidate)];
    }
}
