using Microsoft.Extensions.Logging;

namespace FactChecking.Foundation;

/// <summary>Every line that the library logs: ids, counts and reasons, never what people wrote.</summary>
internal static partial class FactCheckingLog
{
    [LoggerMessage(1, LogLevel.Warning, "The model's draft was not used: {Reason}. The template reply was sent.")]
    public static partial void DraftRejected(this ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Warning, "A proposed wording could not be stored (SQLite error {Code}).")]
    public static partial void ProposalNotStored(this ILogger logger, int code);

    [LoggerMessage(3, LogLevel.Warning, "The model did not say which claim is meant: {Reason}. The person was asked.")]
    public static partial void SameClaimFailed(this ILogger logger, string reason);

    [LoggerMessage(20, LogLevel.Information, "Generation {Generation}: {Ready} passages have their vectors, {Missing} are to be embedded.")]
    public static partial void EmbeddingStarted(this ILogger logger, long generation, int ready, int missing);

    [LoggerMessage(21, LogLevel.Information, "Generation {Generation}: {Missing} passages are still to be embedded.")]
    public static partial void EmbeddingProgress(this ILogger logger, long generation, int missing);

    [LoggerMessage(22, LogLevel.Information, "Generation {Generation}: all {Ready} passages have their vectors.")]
    public static partial void EmbeddingDone(this ILogger logger, long generation, int ready);

    [LoggerMessage(23, LogLevel.Warning, "A batch of {Count} passages could not be embedded ({Exception}); the next attempt is in {Seconds} seconds.")]
    public static partial void EmbeddingFailed(this ILogger logger, int count, string exception, double seconds);

    [LoggerMessage(24, LogLevel.Error, "The vectors could not be brought up to the records ({Exception}); the next attempt is in {Seconds} seconds.")]
    public static partial void FillingFailed(this ILogger logger, string exception, double seconds);
}
