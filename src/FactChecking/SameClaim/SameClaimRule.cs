using FactChecking.Matching;

namespace FactChecking.SameClaim;

/// <summary>What follows from a model's verdicts. The model may narrow a question down; the rules of the matcher stand.</summary>
internal static class SameClaimRule
{
    /// <summary>The decision, and the matches that are left.</summary>
    /// <param name="offered">What the person would be asked about; the first is claim 1 to the model.</param>
    /// <param name="reply">What the model said of them.</param>
    /// <returns>Null when it says nothing that can be used.</returns>
    public static (Decision Decision, IReadOnlyList<Match> Left)? Apply(IReadOnlyList<Match> offered, SameClaimReply reply)
    {
        if (!IsUsable(offered, reply))
            return null;

        var said = reply.Claims.ToDictionary(verdict => verdict.Claim, SamenessOf);
        var left = offered
            .Select((match, index) => (Match: match, Sameness: said.GetValueOrDefault(index + 1, Sameness.Unsure)))
            .Where(item => item.Sameness != Sameness.Different)
            .ToList();
        var decision = left switch
        {
            [] => Decision.None,
            [{ Sameness: Sameness.Same, Match.MayAnswer: true }] => Decision.Answer,
            _ => Decision.Ask,
        };
        return (decision, [.. left.Select(item => item.Match)]);
    }

    // A claim that was not offered, or one that was judged twice: such a reply is no reply.
    private static bool IsUsable(IReadOnlyList<Match> offered, SameClaimReply reply) =>
        reply.Claims.All(verdict => verdict is not null && verdict.Claim >= 1 && verdict.Claim <= offered.Count)
        && reply.Claims.DistinctBy(verdict => verdict.Claim).Count() == reply.Claims.Count;

    // "The same, but for the number" is not the same.
    private static Sameness SamenessOf(SameClaimVerdict verdict) =>
        verdict is { Verdict: Sameness.Same, Differs.Count: > 0 } ? Sameness.Unsure : verdict.Verdict;
}
