namespace FactChecking.Languages;

/// <summary>The languages that replies are written in, as the codes used in records and settings.</summary>
public static class ReplyLanguages
{
    public const string English = "en";
    public const string Russian = "ru";
    public const string Ukrainian = "uk";
    public const string SimplifiedChinese = "zh-Hans";
    public const string TraditionalChinese = "zh-Hant";

    public static readonly IReadOnlyList<string> All =
        [English, Russian, Ukrainian, SimplifiedChinese, TraditionalChinese];

    /// <summary>The language that a text is in, whoever wrote it; null where only a hint at the writer's language could tell.</summary>
    public static string? OfTextAlone(string text)
    {
        var guess = LanguageGuess.Of(text, hint: null);
        return All.All(hint => LanguageGuess.Of(text, hint) == guess) ? guess : null;
    }

    /// <summary>
    /// The reply language for a BCP 47 tag as people, records and Telegram write it ("zh-tw", "RU", "en-GB");
    /// null when no reply is written in that language.
    /// </summary>
    public static string? FromTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return null;

        var parts = tag.Trim().ToLowerInvariant().Split('-', '_');
        return parts[0] switch
        {
            "en" => English,
            "ru" => Russian,
            "uk" or "ua" => Ukrainian,
            "zh" or "yue" or "cmn" when parts.Skip(1).Any(part => part is "hant" or "tw" or "hk" or "mo") => TraditionalChinese,
            "zh" or "cmn" => SimplifiedChinese,
            "yue" => TraditionalChinese,
            _ => null,
        };
    }
}
