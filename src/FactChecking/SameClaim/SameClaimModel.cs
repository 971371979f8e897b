using FactChecking.Foundation;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Models;
using Microsoft.Extensions.Logging;

namespace FactChecking.SameClaim;

/// <summary>
/// Asks a model, once, which of the claims a message makes that its words leave open. What it cannot say, the person is
/// asked as without it.
/// </summary>
internal sealed class SameClaimModel(ModelTask model, SameClaimMetrics metrics, ILogger<SameClaimModel> logger)
{
    private const string Task = "SameClaim";

    /// <summary>The match with what the model could settle.</summary>
    /// <param name="match">A match whose decision is <see cref="Decision.Ask"/>, with what the person would be asked about.</param>
    /// <param name="claims">The texts of those claims, in every language on record, in the same order.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<MatchResult> SettleAsync(MatchResult match, IReadOnlyList<LocalizedText> claims, string message, CancellationToken cancellationToken)
    {
        var (reply, failure) = await model.AskAsync<SameClaimReply>(
            Task,
            [],
            new
            {
                claims = claims.Select((claim, index) => new { claim = index + 1, texts = claim.Texts }),
                untrusted_message = ModelTask.AsData(message),
            },
            SameClaimReply.Form,
            cancellationToken);
        if ((reply is null ? null : SameClaimRule.Apply(match.Matches, reply)) is not { } settled)
        {
            metrics.Count(failure ?? "malformed");
            logger.SameClaimFailed(failure ?? "malformed");
            return match;
        }

        metrics.Count(settled.Decision switch
        {
            Decision.Answer => "answered",
            Decision.None => "none",
            _ => settled.Left.Count < match.Matches.Count ? "narrowed" : "unsure",
        });
        return match with { Decision = settled.Decision, Matches = settled.Left };
    }
}
