using FactChecking.Languages;

namespace BotHost.TelegramBot.Sending;

/// <summary>The buttons with which a text is passed on to the maintainers.</summary>
internal static class SubmissionButton
{
    private const string Prefix = "v1:pass:";

    /// <summary>A button for one step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="language">The language of the conversation, one of <see cref="ReplyLanguages.All"/>.</param>
    /// <param name="label">What stands on it.</param>
    /// <param name="detail">What the step needs to know.</param>
    public static Button Create(SubmissionStep step, string language, string label, string detail = "") =>
        Button.Create(label, $"{Prefix}{step}:{language}:{detail}");

    /// <summary>What the button means; null when it is none of these.</summary>
    public static SubmissionPress? Read(string data) =>
        data.StartsWith(Prefix, StringComparison.Ordinal)
        && data[Prefix.Length..].Split(':') is [var word, var language, var detail]
        && Enum.TryParse<SubmissionStep>(word, out var step)
        && ReplyLanguages.All.Contains(language)
            ? new SubmissionPress(step, language, detail)
            : null;
}

/// <param name="Step">The step.</param>
/// <param name="Language">The language of the conversation.</param>
/// <param name="Detail">The mark of the text for yes, its number to be told, else empty.</param>
internal sealed record SubmissionPress(SubmissionStep Step, string Language, string Detail);

internal enum SubmissionStep
{
    Offer,
    Yes,
    No,
    Tell,
}
