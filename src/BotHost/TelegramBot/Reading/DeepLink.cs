using System.Text.RegularExpressions;

namespace BotHost.TelegramBot.Reading;

/// <summary>
/// The address behind "Ask me privately": it opens the private chat and sends /start with a key that means nothing to anybody
/// else. Whoever writes such a key by hand gets what is on record anyway.
/// </summary>
internal static partial class DeepLink
{
    public static string To(string botName, string claimKey) => $"https://t.me/{botName}?start=c_{claimKey}";

    /// <summary>The key of the claim that /start came with; null when it came with none.</summary>
    public static string? ClaimKeyOf(string text) =>
        Command.Find(text) == Command.Start && Payload().Match(Command.ArgumentOf(text)) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^c_([0-9a-f]{1,60})$")]
    private static partial Regex Payload();
}
