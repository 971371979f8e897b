using System.Text.Json;
using FactChecking.Foundation;

namespace FactChecking.Tests.Support;

/// <summary>The test messages of the folder Wordings.</summary>
internal static class Wordings
{
    public static IReadOnlyList<Wording> Read(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Wordings", $"{name}.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Wording>(line, FactCheckingJson.Plain)!)]; // a line holds an object
}

/// <param name="Text">The message.</param>
/// <param name="Language">Its language.</param>
/// <param name="Claim">The claim that it is about; null: none.</param>
/// <param name="NearClaim">The claim that it must not be taken for; null: none.</param>
internal sealed record Wording(string Text, string Language, string? Claim, string? NearClaim);
