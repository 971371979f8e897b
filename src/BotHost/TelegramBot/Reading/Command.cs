using System.Text.RegularExpressions;

namespace BotHost.TelegramBot.Reading;

/// <summary>A message that is a command, such as "/help" or "/help@SomeBot and more".</summary>
internal static partial class Command
{
    public const string Start = "start";
    public const string Help = "help";
    public const string About = "about";
    public const string Privacy = "privacy";
    public const string Language = "language";
    public const string Why = "why";
    public const string Forget = "forget";

    public const string Check = "check";
    public const string Settings = "settings";

    /// <summary>The command's name; null when the text is none.</summary>
    public static string? Find(string text) =>
        Form().Match(text) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    /// <summary>The user name of the bot that the command names; null when it names none.</summary>
    public static string? AddresseeOf(string text) => Form().Match(text) is { Groups: [_, _, { Success: true, Value: var name }] } ? name : null;

    /// <summary>What stands after the command; empty when nothing does.</summary>
    public static string ArgumentOf(string text) => Form().Match(text) is { Success: true } match ? text[match.Length..].Trim() : "";

    [GeneratedRegex(@"^/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s|$)")]
    private static partial Regex Form();
}
