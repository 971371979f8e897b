namespace BotHost;

/// <summary>Every line that the host logs: ids of updates and counts, never what people wrote, nor who they are.</summary>
internal static partial class Log
{
    [LoggerMessage(21, LogLevel.Information, "Loaded {Folder}")]
    public static partial void DataLoaded(ILogger logger, string folder);

    [LoggerMessage(22, LogLevel.Information, "Answers come from generation {Generation} of the records: {Claims} claims")]
    public static partial void KnowledgeMovedOn(ILogger logger, long generation, long claims);

    [LoggerMessage(23, LogLevel.Error, "The new knowledge database cannot be used, answers still come from generation {Generation}: {Reason}")]
    public static partial void KnowledgeNotUsed(ILogger logger, long generation, string reason);

    [LoggerMessage(24, LogLevel.Information, "No Telegram token is set, so there is the chat page only: {Address}")]
    public static partial void OnlyChatPage(ILogger logger, string address);

    [LoggerMessage(25, LogLevel.Information, "The chat page is at {Address}")]
    public static partial void ChatPage(ILogger logger, string address);

    [LoggerMessage(26, LogLevel.Error, "A request failed: {Exception}\n{Place}")]
    public static partial void RequestFailed(ILogger logger, string exception, string? place);
}
