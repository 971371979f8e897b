using System.ComponentModel.DataAnnotations;

namespace BotHost.Store.Database;

public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The file with what the bot keeps of its chats, and with the wordings that picks propose.</summary>
    [Required]
    public string Database { get; init; } = "bot.db";
}
