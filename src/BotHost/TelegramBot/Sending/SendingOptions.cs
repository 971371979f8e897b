using System.ComponentModel.DataAnnotations;

namespace BotHost.TelegramBot.Sending;

public sealed class SendingOptions
{
    public const string Section = "Sending";

    /// <summary>Messages a second that the bot sends at most, to all chats together. Telegram asks for about 30.</summary>
    [Range(1, 100_000)]
    public int PerSecond { get; init; } = 30;

    /// <summary>Calls that are under way at the same time.</summary>
    [Range(1, 1_000)]
    public int MaxConcurrent { get; init; } = 256;
}
