namespace BotHost.Logging;

/// <summary>Every line that the host logs: ids of updates and counts, never what people wrote, nor who they are.</summary>
internal static partial class BotHostLog
{
    [LoggerMessage(1, LogLevel.Debug, "Stored {New} of {Count} updates")]
    public static partial void UpdatesStored(ILogger logger, int @new, int count);

    [LoggerMessage(2, LogLevel.Warning, "Update {UpdateId} has a form that this version cannot read; it is passed over")]
    public static partial void UpdateUnreadable(ILogger logger, long updateId);

    [LoggerMessage(3, LogLevel.Error, "Update {UpdateId} could not be stored ({Exception}); Telegram will send it again")]
    public static partial void UpdateNotStored(ILogger logger, long updateId, string exception);

    [LoggerMessage(4, LogLevel.Warning, "Asking for updates failed: {Exception}, code {Code}")]
    public static partial void PollingFailed(ILogger logger, string exception, int code);

    [LoggerMessage(5, LogLevel.Critical, "Another program receives this bot's updates: two must not share a token")]
    public static partial void AnotherReceiver(ILogger logger);

    [LoggerMessage(6, LogLevel.Critical, "Telegram refuses the token: check Telegram:Token and Telegram:ApiBaseUrl")]
    public static partial void TokenRefused(ILogger logger);

    [LoggerMessage(7, LogLevel.Warning, "{Method} failed ({Exception}) and will be tried again")]
    public static partial void SetupFailed(ILogger logger, string method, string exception);

    [LoggerMessage(8, LogLevel.Error, "Update {UpdateId} failed, attempt {Attempt}: {Exception}\n{Place}")]
    public static partial void UpdatePostponed(ILogger logger, long updateId, int attempt, string exception, string? place);

    [LoggerMessage(9, LogLevel.Critical, "Update {UpdateId} failed {Attempts} times and is set aside: {Exception}\n{Place}")]
    public static partial void UpdateSetAside(ILogger logger, long updateId, int attempts, string exception, string? place);

    [LoggerMessage(10, LogLevel.Error, "The inbox cannot be used ({Exception})")]
    public static partial void InboxFailed(ILogger logger, string exception);

    [LoggerMessage(11, LogLevel.Error, "The outbox cannot be used ({Exception})")]
    public static partial void OutboxFailed(ILogger logger, string exception);

    [LoggerMessage(12, LogLevel.Error, "The markup of reply {Reply} was refused; it is sent as plain text")]
    public static partial void MarkupRefused(ILogger logger, long reply);

    [LoggerMessage(13, LogLevel.Warning, "Reply {Reply} could not be sent ({Exception}) and waits {Seconds:F0} seconds")]
    public static partial void DeliveryPostponed(ILogger logger, long reply, string exception, double seconds);

    [LoggerMessage(14, LogLevel.Warning, "Reply {Reply} can never be delivered ({Exception}, code {Code})")]
    public static partial void DeliveryGivenUp(ILogger logger, long reply, string exception, int code);

    [LoggerMessage(17, LogLevel.Error, "Reply {Reply} has a form that this version cannot read; it is given up")]
    public static partial void CallUnreadable(ILogger logger, long reply);

    [LoggerMessage(18, LogLevel.Information, "Reply {Reply} has waited so long that it is of no use any more; it is dropped")]
    public static partial void CallTooLate(ILogger logger, long reply);

    [LoggerMessage(19, LogLevel.Information, "Reply {Reply} may not be shown to one member only; it is sent in another way")]
    public static partial void OnlyForOneRefused(ILogger logger, long reply);

    [LoggerMessage(15, LogLevel.Debug, "Deleted what was old enough; {Unanswered} of it had not been answered")]
    public static partial void OldDeleted(ILogger logger, long unanswered);

    [LoggerMessage(16, LogLevel.Error, "What is old could not be deleted ({Exception})")]
    public static partial void RetentionFailed(ILogger logger, string exception);

    [LoggerMessage(70, LogLevel.Information, "Made the backup {Name}; {Old} old ones were deleted")]
    public static partial void BackupMade(ILogger logger, string name, int old);

    [LoggerMessage(71, LogLevel.Error, "No backup could be made ({Exception}: {Reason}); it is tried again")]
    public static partial void BackupFailed(ILogger logger, string exception, string reason);

    [LoggerMessage(30, LogLevel.Warning, "Telegram sends back messages to many chats: nothing is sent for {Seconds:F0} seconds")]
    public static partial void SendingPaused(ILogger logger, double seconds);

    [LoggerMessage(31, LogLevel.Debug, "How much is waiting cannot be read ({Exception})")]
    public static partial void BacklogUnknown(ILogger logger, string exception);

    [LoggerMessage(32, LogLevel.Error, "What became of reply {Reply} cannot be noted ({Exception}); it is noted as soon as that works")]
    public static partial void OutcomeNotNoted(ILogger logger, long reply, string exception);

    [LoggerMessage(21, LogLevel.Information, "Loaded {Folder}")]
    public static partial void DataLoaded(ILogger logger, string folder);

    [LoggerMessage(22, LogLevel.Information, "Answers come from generation {Generation} of the records: {Claims} claims")]
    public static partial void KnowledgeMovedOn(ILogger logger, long generation, long claims);

    [LoggerMessage(23, LogLevel.Error, "The new knowledge database cannot be used, answers still come from generation {Generation}: {Reason}")]
    public static partial void KnowledgeNotUsed(ILogger logger, long generation, string reason);

    [LoggerMessage(27, LogLevel.Information, "Probabilities are calibrated by this bot's own matches in: {Languages}")]
    public static partial void Calibrated(ILogger logger, string languages);

    [LoggerMessage(24, LogLevel.Information, "No Telegram token is set, so there is the chat page only: {Address}")]
    public static partial void OnlyChatPage(ILogger logger, string address);

    [LoggerMessage(25, LogLevel.Information, "The chat page is at {Address}")]
    public static partial void ChatPage(ILogger logger, string address);

    [LoggerMessage(26, LogLevel.Error, "A request failed: {Exception}\n{Place}")]
    public static partial void RequestFailed(ILogger logger, string exception, string? place);

    [LoggerMessage(60, LogLevel.Warning, "Nobody may come to the desk yet. Within 24 hours this link makes the first maintainer, once: {Link}")]
    public static partial void NoMaintainer(ILogger logger, string link);

    [LoggerMessage(61, LogLevel.Warning, "A sign-in by the provider failed ({Reason})")]
    public static partial void ProviderFailed(ILogger logger, string reason);

    [LoggerMessage(50, LogLevel.Error, "People could not be told of what was published ({Exception}); it is tried again")]
    public static partial void TellingFailed(ILogger logger, string exception);
}
