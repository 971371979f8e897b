using System.Globalization;
using System.Text;
using BotHost.Store.Chats;
using FactChecking.Languages;

namespace BotHost.TelegramBot.Sending;

/// <summary>A button under a message. All that a press needs to know is in its data, so that it works after a restart.</summary>
internal sealed record Button(string Label, string Data)
{
    /// <summary>What comes back of a button of another version of the program is recognised by the first part.</summary>
    private const string PickPrefix = "v1:pick:";
    private const string LanguagePrefix = "v1:lang:";
    private const string SettingPrefix = "v1:set:";
    private const string None = "v1:none";
    private const string ForgetPrefix = "v1:forget:";
    private const string Yes = "yes";
    private const string No = "no";
    private const string FeedbackPrefix = "v1:said:";
    private const string DetailPrefix = "v1:more:";
    private const string Automatic = "auto";

    /// <summary>The address that it opens instead of telling the bot; null: it tells the bot.</summary>
    public string? Url { get; init; }

    private const int MaxDataBytes = 64;

    // Telegram takes more, but phones cut a label off in the middle of the screen.
    private const int LongestLabel = 60;

    /// <summary>Stands to the right of the one before it, not below.</summary>
    public bool Beside { get; init; }

    public static Button Pick(string key, string label) => Create(label, PickPrefix + key);

    public static Button NoneOfThese(string label) => Create(label, None);

    public static Button ChooseLanguage(string? language, string label) => Create(label, LanguagePrefix + (language ?? Automatic));

    public static Button Open(string url, string label) => Create(label, "") with { Url = url };

    /// <summary>A button of the settings menu of a group: a page, or a page and what is chosen there.</summary>
    public static Button Setting(string choice, string label) => Create(label, SettingPrefix + choice);

    public static string? Setting(string data) =>
        data.StartsWith(SettingPrefix, StringComparison.Ordinal) ? data[SettingPrefix.Length..] : null;

    /// <summary>Says whether all that is held of a group is to be deleted.</summary>
    public static Button Forget(bool isWanted, string label) => Create(label, ForgetPrefix + (isWanted ? Yes : No));

    /// <summary>Whether all is to be deleted; null when the button says nothing of the kind.</summary>
    public static bool? Forget(string data) => data switch
    {
        ForgetPrefix + Yes => true,
        ForgetPrefix + No => false,
        _ => null,
    };

    /// <summary>Says of the answer from this claim what it was worth.</summary>
    public static Button Feedback(FeedbackKind kind, string key, string language, string label) =>
        Create(label, $"{FeedbackPrefix}{kind}:{key}:{language}");

    /// <summary>Asks for more on this claim.</summary>
    public static Button More(ClaimDetail detail, string key, string language, string label) =>
        Create(label, $"{DetailPrefix}{detail}:{key}:{language}");

    public static string? PickedKey(string data) =>
        data.StartsWith(PickPrefix, StringComparison.Ordinal) ? data[PickPrefix.Length..] : null;

    public static bool IsNoneOfThese(string data) => data == None;

    /// <summary>The language chosen, which is null for automatic; false when the button chooses no language.</summary>
    public static bool TryGetLanguage(string data, out string? language)
    {
        var choice = data.StartsWith(LanguagePrefix, StringComparison.Ordinal) ? data[LanguagePrefix.Length..] : null;
        language = choice == Automatic ? null : choice;
        return choice == Automatic || ReplyLanguages.All.Contains(choice);
    }

    /// <summary>What was said of which claim's answer; null when the button says nothing of the kind.</summary>
    public static ClaimPress<FeedbackKind>? ReadFeedback(string data) => ReadOf<FeedbackKind>(FeedbackPrefix, data);

    /// <summary>What is asked for of which claim; null when the button asks for nothing of the kind.</summary>
    public static ClaimPress<ClaimDetail>? ReadMore(string data) => ReadOf<ClaimDetail>(DetailPrefix, data);

    private static ClaimPress<T>? ReadOf<T>(string prefix, string data)
        where T : struct, Enum =>
        data.StartsWith(prefix, StringComparison.Ordinal)
        && data[prefix.Length..].Split(':') is [var word, var key, var language]
        && Enum.TryParse<T>(word, out var what)
        && ReplyLanguages.All.Contains(language)
            ? new ClaimPress<T>(what, key, language)
            : null;

    /// <summary>A button with this data, which must say everything.</summary>
    /// <exception cref="ArgumentException">The data is too long.</exception>
    internal static Button Create(string label, string data) => Encoding.UTF8.GetByteCount(data) <= MaxDataBytes
        ? new Button(Cut(label), data)
        : throw new ArgumentException($"A button carries at most {MaxDataBytes} bytes.", nameof(data));

    // Whole characters only: half an emoji is refused.
    private static string Cut(string label)
    {
        if (label.Length <= LongestLabel)
            return label;

        var starts = StringInfo.ParseCombiningCharacters(label);
        return label[..starts.Last(start => start < LongestLabel)].TrimEnd() + "…";
    }
}

/// <summary>A press on a button about one claim.</summary>
/// <param name="What">What the button does.</param>
/// <param name="Key">The claim's key.</param>
/// <param name="Language">The language of the answer, one of <see cref="ReplyLanguages.All"/>.</param>
internal sealed record ClaimPress<T>(T What, string Key, string Language)
    where T : struct, Enum;

internal enum ClaimDetail
{
    Origin,
    Sources,
}
