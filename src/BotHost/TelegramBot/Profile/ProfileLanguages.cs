using FactChecking.Languages;

namespace BotHost.TelegramBot.Profile;

/// <summary>The languages in which Telegram shows a bot's commands and descriptions.</summary>
internal static class ProfileLanguages
{
    /// <summary>
    /// Telegram knows languages by two letters here, so Chinese has one text for both scripts. English, without a code, is for
    /// everyone else.
    /// </summary>
    public static readonly IReadOnlyList<(string? Code, string Language)> All =
    [
        (null, ReplyLanguages.English),
        ("ru", ReplyLanguages.Russian),
        ("uk", ReplyLanguages.Ukrainian),
        ("zh", ReplyLanguages.SimplifiedChinese),
    ];
}
