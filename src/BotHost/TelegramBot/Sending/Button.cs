using System.Globalization;
using System.Text;
using FactChecking;

namespace BotHost.TelegramBot.Sending;

/// <summary>A button under a message. All that a press needs to know is in its data, so that it works after a restart.</summary>
internal sealed record Button(string Label, string Data)
{
    /// <summary>What comes back of a button of another version of the program is recognised by the first part.</summary>
    private const string PickPrefix = "v1:pick:";
    private const string LanguagePrefix = "v1:lang:";
    private const string SettingPrefix = "v1:set:";
    private const string None = "v1:none";
    private const string Automatic = "auto";

    /// <summary>The address that it opens instead of telling the bot; null: it tells the bot.</summary>
    public string? Url { get; init; }

    private const int MostDataBytes = 64;

    // Telegram takes more, but phones cut a label off in the middle of the screen.
    private const int LongestLabel = 60;

    public static Button Pick(string key, string label) => Create(label, PickPrefix + key);

    public static Button NoneOfThese(string label) => Create(label, None);

    public static Button ChooseLanguage(string? language, string label) => Create(label, LanguagePrefix + (language ?? Automatic));

    public static Button Open(string url, string label) => Create(label, "") with { Url = url };

    /// <summary>A button of the settings menu of a group: a page, or a page and what is chosen there.</summary>
    public static Button Setting(string choice, string label) => Create(label, SettingPrefix + choice);

    public static string? Setting(string data) =>
        data.StartsWith(SettingPrefix, StringComparison.Ordinal) ? data[SettingPrefix.Length..] : null;

    public static string? PickedKey(string data) =>
        data.StartsWith(PickPrefix, StringComparison.Ordinal) ? data[PickPrefix.Length..] : null;

    public static bool IsNoneOfThese(string data) => data == None;

    /// <summary>The language chosen, which is null for automatic; false when the button chooses no language.</summary>
    public static bool TryGetLanguage(string data, out string? language)
    {
        var choice = data.StartsWith(LanguagePrefix, StringComparison.Ordinal) ? data[LanguagePrefix.Length..] : null;
        language = choice == Automatic ? null : choice;
        return choice == Automatic || Languages.All.Contains(choice);
    }

    private static Button Create(string label, string data) => Encoding.UTF8.GetByteCount(data) <= MostDataBytes
        ? new Button(Cut(label), data)
        : throw new ArgumentException($"A button carries at most {MostDataBytes} bytes.", nameof(data));

    // Whole characters only: half an emoji is refused.
    private static string Cut(string label)
    {
        if (label.Length <= LongestLabel)
            return label;

        var starts = StringInfo.ParseCombiningCharacters(label);
        return label[..starts.Last(start => start < LongestLabel)].TrimEnd() + "…";
    }
}
