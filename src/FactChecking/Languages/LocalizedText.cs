using System.Text.Json;
using FactChecking.Foundation;

namespace FactChecking.Languages;

/// <summary>One text in several languages, keyed by language code ("en", "ru", "uk", "zh-Hans", "zh-Hant").</summary>
public sealed class LocalizedText(IReadOnlyDictionary<string, string> texts)
{
    public IReadOnlyDictionary<string, string> Texts { get; } = texts;

    public static LocalizedText Of(string language, string text) =>
        new(new Dictionary<string, string> { [language] = text });

    /// <summary>The text in this language; else in English; else in any. Records always hold at least one.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out var text) || Texts.TryGetValue(ReplyLanguages.English, out text)
            ? text
            : Texts.Values.First();

    public string ToJson() => JsonSerializer.Serialize(Texts, FactCheckingJson.Plain);

    public static LocalizedText FromJson(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(json, FactCheckingJson.Plain)
            ?? throw new JsonException("A localized text must be an object of language codes and texts."));

    public override string ToString() => In(ReplyLanguages.English);
}
