using System.Text.Json.Nodes;
using FactChecking;
using FactChecking.Answers;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Support;

/// <summary>Messages that the records decide in each way, and what is to be said to them.</summary>
public static class Sample
{
    /// <summary>A claim on record, word for word.</summary>
    public const string Known = "Only 20% of Ukrainians support joining NATO.";

    public const string Unknown = "My neighbour's cat learned to play the violin in seventeen days";

    /// <summary>A claim on record with a trail of many carriers.</summary>
    public const string LongTrail = "The United States runs biological weapons laboratories in Ukraine.";

    private static string? _ambiguous;

    /// <summary>The answer that a message must bring, asked for without Telegram.</summary>
    public static Task<Answer> AnswerAsync(BotApplication bot, string message, string language = "en") =>
        bot.Services.GetRequiredService<FactChecker>().CheckAsync(
            new Question(message) { LanguageHint = language }, TestContext.Current.CancellationToken);

    /// <summary>
    /// A message that the bot asks back about, found among the wordings that the matcher is tested with: which one that is
    /// may change whenever matching gets better.
    /// </summary>
    public static async Task<string> AmbiguousAsync(BotApplication bot) => _ambiguous ??= await FindAmbiguousAsync(bot);

    private static async Task<string> FindAmbiguousAsync(BotApplication bot)
    {
        foreach (var message in Wordings())
        {
            if ((await AnswerAsync(bot, message)).Decision == Decision.Ask)
                return message;
        }

        throw new InvalidOperationException("The bot asks back about none of the wordings.");
    }

    private static IEnumerable<string> Wordings() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "FactChecking.Tests", "Wordings"), "*.jsonl")
            .SelectMany(File.ReadLines)
            .Select(line => JsonNode.Parse(line)!)
            .Where(wording => (string?)wording["language"] == ReplyLanguages.English)
            .Select(wording => (string)wording["text"]!);
}
