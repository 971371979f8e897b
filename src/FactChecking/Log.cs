using Microsoft.Extensions.Logging;

namespace FactChecking;

/// <summary>Every line that the library logs: ids, counts and reasons, never what people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The model's draft was not used: {Reason}. The template reply was sent.")]
    public static partial void DraftRejected(this ILogger logger, string reason);
}
