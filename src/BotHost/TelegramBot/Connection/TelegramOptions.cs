namespace BotHost.TelegramBot.Connection;

public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>The bot's token, as BotFather gave it. Without one the program runs without Telegram.</summary>
    public string Token { get; init; } = "";

    /// <summary>The https address under which Telegram reaches this program; without one it asks for updates itself.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>What Telegram must send along to the webhook, 1 to 256 of A-Z, a-z, 0-9, _ and -.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Where the Bot API is; another one for a server of one's own.</summary>
    public string ApiBaseUrl { get; init; } = "https://api.telegram.org";

    public bool UsesWebhook => !string.IsNullOrWhiteSpace(PublicUrl);
}
