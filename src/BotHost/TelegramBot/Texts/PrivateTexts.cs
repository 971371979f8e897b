using FactChecking.Languages;

namespace BotHost.TelegramBot.Texts;

/// <summary>The texts that only private chats see, in one language, Telegram HTML unless it says otherwise. A name in braces is filled in.</summary>
internal sealed record PrivateTexts
{
    /// <summary>Plain, on a button, like the next four.</summary>
    public required string Helpful { get; init; }

    public required string NotHelpful { get; init; }

    public required string WrongMatch { get; init; }

    public required string WhereFrom { get; init; }

    public required string Sources { get; init; }

    /// <summary>Plain, shown for a moment, like the next one.</summary>
    public required string Thanks { get; init; }

    public required string ClaimGone { get; init; }

    public required string WhyNothing { get; init; }

    public required string WhyNoClaim { get; init; }

    /// <summary>With {claim}.</summary>
    public required string WhyPicked { get; init; }

    /// <summary>With {claim}.</summary>
    public required string WhyClaim { get; init; }

    /// <summary>With {wording}.</summary>
    public required string WhyWording { get; init; }

    public required string WhyNoWords { get; init; }

    /// <summary>With {words}.</summary>
    public required string WhyWords { get; init; }

    public required string WhyNumbers { get; init; }

    /// <summary>With {percent} and {button}.</summary>
    public required string WhySure { get; init; }

    /// <summary>Between two words of a list.</summary>
    public required string Comma { get; init; }

    public required string Forgotten { get; init; }

    public required string ForgottenNothing { get; init; }

    public required string ForgottenLanguage { get; init; }

    /// <summary>With {count}, like the next two.</summary>
    public required string ForgottenAnswers { get; init; }

    public required string ForgottenToBeTold { get; init; }

    public required string ForgottenWaiting { get; init; }

    /// <summary>What /forget cannot take back.</summary>
    public required string ForgottenElse { get; init; }

    /// <summary>Plain, on a button.</summary>
    public required string PassOn { get; init; }

    /// <summary>With {text}.</summary>
    public required string PassOnPreview { get; init; }

    /// <summary>Plain, on a button, like the next one.</summary>
    public required string PassOnYes { get; init; }

    public required string PassOnNo { get; init; }

    /// <summary>Ends with the offer to be told.</summary>
    public required string PassedOn { get; init; }

    /// <summary>Plain, on a button.</summary>
    public required string TellMe { get; init; }

    public required string WillTell { get; init; }

    public required string NotPassedOn { get; init; }

    public required string NothingToPassOn { get; init; }

    /// <summary>Stands above the answer, like the next one.</summary>
    public required string Told { get; init; }

    public required string Corrected { get; init; }

    public required string Withdrawn { get; init; }

    /// <summary>Plain, in the menu, like the next one.</summary>
    public required string MenuWhy { get; init; }

    public required string MenuForget { get; init; }

    /// <summary>More lines of what is kept.</summary>
    public required string Privacy { get; init; }

    private static readonly IReadOnlyDictionary<string, PrivateTexts> ByLanguage =
        ReplyLanguages.All.ToDictionary(language => language, language => TextFile.Read<PrivateTexts>($"Private.{language}"));

    /// <summary>The texts in one of <see cref="ReplyLanguages.All"/>.</summary>
    public static PrivateTexts In(string language) => ByLanguage[language];

    /// <summary>The texts in the chosen language, else in the client's, else in English.</summary>
    public static PrivateTexts For(string? chosenLanguage, string? clientLanguage) =>
        In(chosenLanguage ?? ReplyLanguages.FromTag(clientLanguage) ?? ReplyLanguages.English);
}
