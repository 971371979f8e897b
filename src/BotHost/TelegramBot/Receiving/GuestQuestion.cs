using System.Text.RegularExpressions;
using BotHost.Store.Updates;

namespace BotHost.TelegramBot.Receiving;

/// <summary>What somebody means who writes the bot's name in a chat that it is not in.</summary>
internal static partial class GuestQuestion
{
    /// <summary>The message that was replied to; the call itself where that has no words, or there is none.</summary>
    public static IncomingMessage Of(IncomingMessage call, IncomingMessage? asked)
    {
        var words = BotName().Replace(call.Text, "").Trim();
        if (asked is null)
            return call with { Text = words };
        var isSilent = asked.Text.Length == 0 && asked.Links.Count == 0 && asked.ForwardedFrom is null;
        return isSilent && words.Length > 0 ? asked with { Text = words } : asked;
    }

    // The name of every bot ends like this.
    [GeneratedRegex(@"@\w{2,29}bot\b", RegexOptions.IgnoreCase)]
    private static partial Regex BotName();
}
