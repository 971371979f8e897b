using System.Globalization;
using BotHost.Store.Groups;
using FactChecking.Languages;

namespace BotHost.TelegramBot.Groups;

internal enum SettingsPage
{
    Main,
    Mode,
    Language,
    Level,
    CoolDown,
    Quiet,
    Topics,
}

/// <summary>What a button of the settings menu stands for: a page, or a page and the value chosen on it.</summary>
internal sealed record SettingsChoice(SettingsPage Page, string? Value)
{
    public const string Automatic = "auto";
    public const string Off = "off";
    public const string Earlier = "earlier";
    public const string Later = "later";
    public const string AllTopics = "all";
    public const string ThisTopic = "this";

    /// <summary>What the button carries.</summary>
    public string Data => Value is null ? NameOf(Page) : $"{NameOf(Page)}:{Value}";

    /// <summary>The page to show after it: the clock is set step by step, all else is chosen once.</summary>
    public SettingsPage Next => Value is null or Earlier or Later ? Page : SettingsPage.Main;

    /// <summary>What a button carried; null when this version knows nothing of the kind.</summary>
    public static SettingsChoice? Read(string data)
    {
        var parts = data.Split(':', 2);
        return Enum.TryParse<SettingsPage>(parts[0], ignoreCase: true, out var page)
            ? new SettingsChoice(page, parts.Length == 2 ? parts[1] : null)
            : null;
    }

    /// <summary>The settings with this choice made; as they were when the value means nothing.</summary>
    /// <param name="old">The settings so far.</param>
    /// <param name="topic">The topic that the menu is in, 0 for the general one.</param>
    public GroupSettings Apply(GroupSettings old, int topic) => Page switch
    {
        SettingsPage.Mode when Enum.TryParse<GroupMode>(Value, ignoreCase: true, out var mode) && Enum.IsDefined(mode) => old with { Mode = mode },
        SettingsPage.Language when Value == Automatic => old with { Language = null },
        SettingsPage.Language when ReplyLanguages.All.Contains(Value) => old with { Language = Value },
        SettingsPage.Level when Enum.TryParse<Sureness>(Value, ignoreCase: true, out var sureness) && Enum.IsDefined(sureness) => old with { Sureness = sureness },
        SettingsPage.CoolDown when HoursOf(Value) is { } hours && GroupSettings.CoolDowns.Contains(hours) => old with { CoolDownHours = hours },
        SettingsPage.Quiet => ApplyQuiet(old),
        SettingsPage.Topics when Value == AllTopics => old with { Topics = [] },
        SettingsPage.Topics when Value == ThisTopic => old with { Topics = Toggled(old.Topics, topic) },
        _ => old,
    };

    private GroupSettings ApplyQuiet(GroupSettings old) => Value switch
    {
        Off => old with { Quiet = null },
        Earlier => old with { UtcOffset = Math.Max(old.UtcOffset - 1, -GroupSettings.FurthestOffset) },
        Later => old with { UtcOffset = Math.Min(old.UtcOffset + 1, GroupSettings.FurthestOffset) },
        _ when Value!.Split('-') is [var first, var last] && HoursOf(first) is >= 0 and < 24 and var from && HoursOf(last) is >= 0 and < 24 and var to => // a page alone changes nothing
            old with { Quiet = new QuietHours(from, to) },
        _ => old,
    };

    private static int[] Toggled(IReadOnlyList<int> topics, int topic) =>
        topics.Contains(topic) ? [.. topics.Where(other => other != topic)] : [.. topics, topic];

    private static int? HoursOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : null;

    private static string NameOf(SettingsPage page) => page.ToString().ToLowerInvariant();
}
