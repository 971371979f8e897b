using FactChecking;

namespace BotHost.Pages;

/// <summary>A language of the replies, and the words of its own that stand on the page beside a reply.</summary>
internal sealed record ReplyLanguage(string Code, string Name, string NoneOfThese)
{
    public static readonly IReadOnlyList<ReplyLanguage> All =
    [
        new(Languages.English, "English", "None of these"),
        new(Languages.Russian, "Русский", "Ничего из этого"),
        new(Languages.Ukrainian, "Українська", "Нічого з цього"),
        new(Languages.SimplifiedChinese, "简体中文", "都不是"),
        new(Languages.TraditionalChinese, "繁體中文", "都不是"),
    ];

    public static ReplyLanguage In(string code) => All.Single(language => language.Code == code);
}
