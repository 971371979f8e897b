using BotHost.TelegramBot.Connection;
using Telegram.Bot.Exceptions;

namespace BotHost.TelegramBot.Sending;

/// <summary>What to do after a call that did not succeed.</summary>
internal enum DeliveryFault
{
    /// <summary>It will do later: the network, Telegram's trouble, too many calls.</summary>
    Passing,

    /// <summary>The markup is refused: once more without it.</summary>
    Markup,

    /// <summary>It is as wanted already, or it is too late to matter.</summary>
    Harmless,

    /// <summary>It can never succeed, such as a reply to a person who blocked the bot.</summary>
    Lasting,
}

internal static class DeliveryFaults
{
    // The descriptions are not in Telegram's documentation; these are the words of its open server.
    private static readonly string[] HarmlessDescriptions =
        ["message is not modified", "query is too old", "query ID is invalid"];

    private static readonly string[] GoneDescriptions =
        ["chat not found", "message to edit not found", "message can't be edited", "message to be replied not found", "message thread not found"];

    public static DeliveryFault Of(Exception exception) => exception switch
    {
        // The token is refused: the fault is in the settings, and the reply can go once they are right.
        ApiRequestException { ErrorCode: 401 or 404 or 429 or >= 500 } => DeliveryFault.Passing,
        ApiRequestException { Message: var message } when Says(message, "can't parse entities") => DeliveryFault.Markup,
        ApiRequestException { Message: var message } when HarmlessDescriptions.Any(text => Says(message, text)) => DeliveryFault.Harmless,
        ApiRequestException => DeliveryFault.Lasting,
        _ => DeliveryFault.Passing,
    };

    /// <summary>How long Telegram wants to be left alone, in full; else a wait that grows with the failures before.</summary>
    public static TimeSpan WaitAfter(Exception exception, int failures) =>
        exception is ApiRequestException { Parameters.RetryAfter: { } seconds }
            ? TimeSpan.FromSeconds(seconds)
            : BackOff.After(failures);

    /// <summary>Why a call can never succeed, in a word to count by.</summary>
    public static string ReasonOf(Exception exception) => exception switch
    {
        ApiRequestException { Message: var message } when Says(message, "blocked by the user") || Says(message, "user is deactivated") => "blocked",
        ApiRequestException { ErrorCode: 403 } => "kicked",
        ApiRequestException { Message: var message } when GoneDescriptions.Any(text => Says(message, text)) => "gone",
        _ => "refused",
    };

    private static bool Says(string message, string text) => message.Contains(text, StringComparison.OrdinalIgnoreCase);
}
