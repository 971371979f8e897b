using System.Globalization;
using BotHost.TelegramBot.Sending;
using FactChecking.Answers;
using FactChecking.Matching;

namespace BotHost.TelegramBot.Handling;

/// <summary>Answers in the form in which Telegram takes them for a message that is not the bot's own.</summary>
internal static class QueryResults
{
    // Longer ones are cut by the screen.
    private const int LongestTitle = 120;
    private const int LongestDescription = 200;

    public static QueryResult Of(string id, string title, string html) => new(
        id, Cut(title, LongestTitle), Cut(FirstLines(PlainText.From(html)), LongestDescription), html);

    /// <summary>What may stand where many read it: no claims to choose from, as the wrong ones would stick.</summary>
    public static string PublicText(Answer answer, string unsure) => answer.Decision == Decision.Ask ? unsure : answer.Text;

    private static string FirstLines(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Take(2)) is { Length: > 0 } rest
            ? rest
            : text;

    // Whole characters only: half an emoji is refused.
    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        return text[..starts.Last(start => start < longest)].TrimEnd() + "…";
    }
}
