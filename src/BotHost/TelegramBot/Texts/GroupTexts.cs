using FactChecking.Languages;

namespace BotHost.TelegramBot.Texts;

/// <summary>
/// What the bot says in groups beside its answers, in one language; Telegram HTML, on buttons and in menus plain. One file a
/// language in the folder Groups beside this one. "{bot}" stands for the bot's user name.
/// </summary>
internal sealed record GroupTexts
{
    /// <summary>Followed by one of the next two.</summary>
    public required string Greeting { get; init; }

    public required string GreetingBlind { get; init; }

    public required string GreetingSees { get; init; }

    public required string NowBlind { get; init; }

    public required string HowToCheck { get; init; }

    public required string OutOfSight { get; init; }

    public required string Help { get; init; }

    public required string Privacy { get; init; }

    public required string AutomaticNote { get; init; }

    /// <summary>Plain, on a button.</summary>
    public required string AskPrivately { get; init; }

    /// <summary>Plain, 200 characters at most.</summary>
    public required string OnlyAdministrators { get; init; }

    public required string ForgetAsked { get; init; }

    /// <summary>Plain, on a button, like the next.</summary>
    public required string ForgetYes { get; init; }

    public required string ForgetNo { get; init; }

    public required string ForgetKept { get; init; }

    public required string Forgotten { get; init; }

    public required string ForgottenNothing { get; init; }

    public required string ForgottenSettings { get; init; }

    /// <summary>With {count}, like the next two.</summary>
    public required string ForgottenAnswers { get; init; }

    public required string ForgottenMessages { get; init; }

    public required string ForgottenWaiting { get; init; }

    /// <summary>How it goes on from there.</summary>
    public required string ForgottenElse { get; init; }

    public required string Settings { get; init; }

    /// <summary>Plain, on a button, like all names of settings and of what can be chosen.</summary>
    public required string Mode { get; init; }

    public required string ModeHint { get; init; }

    public required string ModeSilent { get; init; }

    public required string ModeOnRequest { get; init; }

    public required string ModeExact { get; init; }

    public required string ModeAutomatic { get; init; }

    public required string Language { get; init; }

    public required string LanguageHint { get; init; }

    public required string Level { get; init; }

    public required string LevelHint { get; init; }

    public required string LevelWider { get; init; }

    public required string LevelHigh { get; init; }

    public required string LevelStrict { get; init; }

    public required string CoolDown { get; init; }

    public required string CoolDownHint { get; init; }

    public required string HoursShort { get; init; }

    public required string Quiet { get; init; }

    public required string QuietHint { get; init; }

    public required string QuietOff { get; init; }

    public required string ClockNow { get; init; }

    public required string Topics { get; init; }

    public required string TopicsHint { get; init; }

    public required string TopicsAll { get; init; }

    public required string TopicThis { get; init; }

    public required string Back { get; init; }

    /// <summary>Plain, in the menu of commands, like the next two.</summary>
    public required string MenuCheck { get; init; }

    public required string MenuSettings { get; init; }

    public required string MenuForget { get; init; }

    private static readonly IReadOnlyDictionary<string, GroupTexts> ByLanguage =
        ReplyLanguages.All.ToDictionary(language => language, language => TextFile.Read<GroupTexts>($"Groups.{language}"));

    /// <summary>The texts in one of <see cref="ReplyLanguages.All"/>.</summary>
    public static GroupTexts In(string language) => ByLanguage[language];

    /// <summary>The texts in the group's language, else in that of the client of whoever asked, else in English.</summary>
    public static GroupTexts For(string? chosenLanguage, string? clientLanguage) =>
        In(chosenLanguage ?? ReplyLanguages.FromTag(clientLanguage) ?? ReplyLanguages.English);

    public static string Naming(string text, string botName) => text.Replace("{bot}", botName, StringComparison.Ordinal);
}
