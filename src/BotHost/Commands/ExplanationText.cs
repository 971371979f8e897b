using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;

namespace BotHost.Commands;

/// <summary>Why records matched, for a terminal.</summary>
internal static class ExplanationText
{
    private const int MaxMatches = 3;

    public static async Task WriteAsync(IServiceProvider services, Question question, TextWriter output, CancellationToken cancellationToken)
    {
        var (decision, matches, shift) = await services.GetRequiredService<MatchExplainer>()
            .ExplainAsync(question, services.GetRequiredService<KnowledgeBase>().Current, MaxMatches, cancellationToken);
        output.WriteLine($"Decision: {decision.ToString().ToLowerInvariant()}");
        if (shift is not null)
            output.WriteLine($"Calibrated by this bot's own matches: {shift.Value:+0.00;-0.00} for messages in {shift.Language}");
        if (matches.Count == 0)
            output.WriteLine("No record has a word in common with the message.");
        foreach (var match in matches)
        {
            output.WriteLine();
            output.WriteLine($"{match.Claim}: {match.Probability:P1}");
            output.WriteLine($"  nearest wording ({match.Field}{(match.Language is { } language ? $", {language}" : "")}): {match.Wording.ReplaceLineEndings(" ")}");
            output.WriteLine($"  words in common with it: {string.Join(", ", match.WordsInCommon)}");
            foreach (var reason in match.Reasons)
                output.WriteLine($"  {(reason.Effect < 0 ? "against" : "for")} ({reason.Effect:+0.0;-0.0}): {reason.Name}, {reason.Value:0.00}");
            if (match.HeldBack is { } heldBack)
                output.WriteLine($"  not answered, at most asked: {heldBack}");
        }
    }
}
