using System.Security.Cryptography;
using System.Text;
using FactChecking.Languages;
using FactChecking.Messages;
using FactChecking.TextAnalysis;
using FactChecking.Variants;

namespace BotHost.Store.Submissions;

/// <summary>A message as it may be passed on to the maintainers: redacted, and no longer than a message can show.</summary>
/// <param name="Text">What is shown to the person and passed on, the same letters.</param>
/// <param name="Language">Its language as guessed, one of <see cref="ReplyLanguages.All"/>.</param>
public sealed record SubmissionText(string Text, string Language)
{
    private const int Longest = 1_500;

    /// <summary>Equal for texts that say the same in the same words.</summary>
    public string WordsHash { get; } = Hash(VariantText.WordsOf(AnalysedText.Of(Text)));

    /// <summary>Tells these very letters, so that what was shown is what is passed on.</summary>
    public string Mark => Hash(Text)[..16];

    /// <summary>What would be passed on of a message; null where nothing of it is left.</summary>
    public static SubmissionText? Of(Question question)
    {
        var text = Redaction.Of(question.Text).Trim();
        if (text.Length > Longest)
            text = text[..Longest].TrimEnd() + Redaction.Mark;
        return AnalysedText.Of(text).Words.Count == 0 ? null : new SubmissionText(text, LanguageGuess.Of(text, question.LanguageHint));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
