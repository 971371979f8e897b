using Dapper;
using FactChecking.Knowledge;
using FactChecking.Matching.Candidates;
using FactChecking.Messages;
using FactChecking.TextAnalysis;

namespace FactChecking.Matching;

/// <summary>Puts into plain words why claims matched: the same candidates, features and weights as the match itself.</summary>
public sealed class MatchExplainer(ClaimMatcher matcher)
{
    private const int MaxReasons = 6;

    private const string SelectWording = """
        select passages.text as Text, passages.field as Field, passages.language as Language
        from passages
        join claims on claims.number = passages.claim_number
        where claims.id = @claim
        order by passages.ordinal
        limit 1 offset @offset
        """;

    private const string Likeness = "likeness of the message and the record";

    // What takes back a part of the rank score belongs to it: by itself it would seem to speak against what is alike.
    private static readonly Dictionary<string, string> PlainWords = new()
    {
        [nameof(MatchFeatures.RankScore)] = Likeness,
        [nameof(MatchFeatures.PassageCovered)] = Likeness,
        [nameof(MatchFeatures.Cosine)] = Likeness,
        [nameof(MatchFeatures.HeadlineOverlap)] = Likeness,
        [nameof(MatchFeatures.GramsOfMessage)] = Likeness,
        [nameof(MatchFeatures.GramsAlike)] = Likeness,
        [nameof(MatchFeatures.RankLead)] = "how far it is ahead of the next record",
        [nameof(MatchFeatures.Margin)] = "how much more alike it is than the next record",
        [nameof(MatchFeatures.MatchedWeight)] = "how many telling words in common",
        [nameof(MatchFeatures.Rarest)] = "the rarest word in common",
        [nameof(MatchFeatures.ThirdRarest)] = "at least three telling words in common",
        [nameof(MatchFeatures.NumbersAgree)] = "numbers that agree",
        [nameof(MatchFeatures.NumbersConflict)] = "numbers that differ",
        [nameof(MatchFeatures.MessageLength)] = "length of the message",
        [MeaningFeatures.CosineName] = "nearness in meaning, in deviations above unrelated texts",
        [MeaningFeatures.GapName] = "how far it is nearer in meaning than the next record",
        [MeaningFeatures.AloneName] = "found by its meaning alone",
    };

    /// <summary>Explains the best matches of a message.</summary>
    public async Task<(Decision Decision, IReadOnlyList<MatchExplanation> Matches, LanguageShift? Shift)> ExplainAsync(
        Question question, KnowledgeGeneration generation, int count, CancellationToken cancellationToken)
    {
        var result = await matcher.MatchAsync(question, generation, count, cancellationToken);
        return (result.Decision, [.. result.Matches.Select(match => Explain(question.Text, match, generation))], result.Shift);
    }

    /// <summary>Explains a match of a message with records of this generation.</summary>
    public MatchExplanation Explain(string text, Match match, KnowledgeGeneration generation)
    {
        var offset = match.Features.NearestPassage;
        var nearest = generation.Cached((typeof(Wording), match.Claim, offset), () => generation.Read(connection =>
            connection.QuerySingle<Wording>(SelectWording, new { claim = match.Claim, offset })))!; // the match came out of these very records
        return new MatchExplanation(
            match.Claim,
            match.Probability,
            WordsInCommon(text, nearest),
            nearest.Text,
            nearest.Field,
            nearest.Language,
            match.Features.NumbersConflict > 0 ? "the message has another number than the claim"
                : match.Features.LeavesOutKeyTerm ? "the message leaves out a word that most wordings of the claim hold"
                : !match.MayAnswer ? "only its meaning was found, and the calibration does not cover this embedding model"
                : null)
        {
            ToBeRead = new(() => StrongestOf(match.Features)),
            NumbersAgree = match.Features.NumbersAgree > 0,
        };
    }

    private IReadOnlyList<MatchReason> StrongestOf(MatchFeatures features) =>
        [.. ReasonsOf(features).Where(reason => reason.Effect != 0).OrderByDescending(reason => Math.Abs(reason.Effect)).Take(MaxReasons)];

    private IEnumerable<MatchReason> ReasonsOf(MatchFeatures features)
    {
        var (ofWords, ofMeaning) = (matcher.Model.Accept, matcher.Model.Meaning);
        var reasons = MatchFeatures.AcceptNames.Zip(features.ForAccept())
            .Select(pair => (Words: PlainWords[pair.First], Value: pair.Second, Effect: pair.Second * ofWords.GetValueOrDefault(pair.First)))
            .GroupBy(reason => reason.Words)
            .Select(group => new MatchReason(group.Key, group.Key == Likeness ? features.BestOverlap : group.First().Value, group.Sum(reason => reason.Effect)));
        return features.Meaning is not { } meaning
            ? reasons
            : reasons.Concat(MeaningFeatures.Names.Zip(meaning.ToArray())
                .Where(pair => pair.First != MeaningFeatures.ComparedName)
                .Select(pair => new MatchReason(PlainWords[pair.First], pair.Second, ofMeaning.Accept.GetValueOrDefault(pair.First)
                    * (pair.First == MeaningFeatures.CosineName ? pair.Second - ofMeaning.NeutralCosine : pair.Second))));
    }

    private static IReadOnlyList<string> WordsInCommon(string text, Wording wording) =>
        [.. AnalysedText.Of(text).Words
            .Where(word => wording.Terms.Contains(AnalysedText.Cut(word)))
            .Distinct()];

    private sealed record Wording(string Text, string Field, string? Language)
    {
        public IReadOnlySet<string> Terms { get; } = AnalysedText.Of(Text).Terms.ToHashSet();
    }
}
