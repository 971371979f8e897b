using System.Text.Json;
using FactChecking.Foundation;
using FactChecking.Matching;

namespace BotHost.TelegramBot.Handling;

/// <summary>
/// Why a message was taken for a claim, as it is remembered for /why: words of the record, never the message itself. The
/// words in common are the only ones that are also the person's.
/// </summary>
/// <param name="Percent">How many of a hundred such matches are right.</param>
/// <param name="Wording">The text on record that is nearest to the message.</param>
/// <param name="Words">Words that both have.</param>
/// <param name="NumbersAgree">Whether the numbers of the message are those of the claim.</param>
internal sealed record MatchReasons(int Percent, string Wording, IReadOnlyList<string> Words, bool NumbersAgree)
{
    private const int MaxWords = 12;
    private const int LongestWording = 300;

    public static MatchReasons Of(MatchExplanation explanation) => new(
        // Never certain, whatever the model says.
        Math.Clamp((int)(explanation.Probability * 100), 1, 99),
        explanation.Wording.Length <= LongestWording ? explanation.Wording : explanation.Wording[..explanation.Wording.LastIndexOf(' ', LongestWording)] + "…",
        [.. explanation.WordsInCommon.Take(MaxWords)],
        explanation.NumbersAgree);

    public string ToJson() => JsonSerializer.Serialize(this, FactCheckingJson.Stored);

    public static MatchReasons? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<MatchReasons>(json, FactCheckingJson.Stored);
}
