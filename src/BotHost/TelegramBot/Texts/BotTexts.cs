using FactChecking.Languages;

namespace BotHost.TelegramBot.Texts;

/// <summary>The bot's fixed texts in one language, Telegram HTML unless it says otherwise. One file a language beside this one.</summary>
internal sealed record BotTexts
{
    /// <summary>What the language calls itself; plain, on a button.</summary>
    public required string OwnName { get; init; }

    public required string Start { get; init; }

    public required string Help { get; init; }

    public required string About { get; init; }

    /// <summary>Ends with one of the next two.</summary>
    public required string Privacy { get; init; }

    public required string PrivacyWithoutModel { get; init; }

    public required string PrivacyWithModel { get; init; }

    public required string ChooseLanguage { get; init; }

    public required string LanguageChosen { get; init; }

    public required string LanguageAutomatic { get; init; }

    /// <summary>Plain, on a button.</summary>
    public required string Automatic { get; init; }

    /// <summary>Plain, on a button.</summary>
    public required string NoneOfThese { get; init; }

    public required string UnknownCommand { get; init; }

    public required string MediaNotRead { get; init; }

    public required string ChoiceGone { get; init; }

    public required string TooMany { get; init; }

    /// <summary>What to type after the bot's name; plain, a title.</summary>
    public required string InlineHelpTitle { get; init; }

    /// <summary>The same in a sentence or two; plain.</summary>
    public required string InlineHelp { get; init; }

    /// <summary>Plain, the title of an answer that no record matches.</summary>
    public required string InlineNothing { get; init; }

    /// <summary>Said where others read along and it is not sure which claim is meant.</summary>
    public required string UnsureInPublic { get; init; }

    /// <summary>Plain, in the menu, like the next three.</summary>
    public required string MenuHelp { get; init; }

    public required string MenuLanguage { get; init; }

    public required string MenuAbout { get; init; }

    public required string MenuPrivacy { get; init; }

    /// <summary>Plain, what a chat shows before anything was written there; 512 characters at most.</summary>
    public required string Description { get; init; }

    /// <summary>Plain, on the bot's profile; 120 characters at most.</summary>
    public required string ShortDescription { get; init; }

    private static readonly IReadOnlyDictionary<string, BotTexts> ByLanguage = ReplyLanguages.All.ToDictionary(language => language, TextFile.Read<BotTexts>);

    /// <summary>The texts in one of <see cref="ReplyLanguages.All"/>.</summary>
    public static BotTexts In(string language) => ByLanguage[language];

    /// <summary>The texts in the chosen language, else in the client's, else in English.</summary>
    public static BotTexts For(string? chosenLanguage, string? clientLanguage) =>
        In(chosenLanguage ?? ReplyLanguages.FromTag(clientLanguage) ?? ReplyLanguages.English);
}
