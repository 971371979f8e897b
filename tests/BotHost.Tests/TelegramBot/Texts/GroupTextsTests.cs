using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Foundation;
using FactChecking.Languages;

namespace BotHost.Tests.TelegramBot.Texts;

public class GroupTextsTests
{
    private static readonly string[] Labels =
    [
        "ask_privately", "only_administrators", "mode", "mode_silent", "mode_on_request", "mode_exact", "mode_automatic", "language", "level",
        "level_wider", "level_high", "level_strict", "cool_down", "quiet", "topics", "topics_all", "topic_this", "back", "menu_check", "menu_settings", "forget_yes", "forget_no",
    ];

    public static TheoryData<string> All => new(ReplyLanguages.All);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_language_has_every_text_in_markup_that_Telegram_takes(string language)
    {
        foreach (var (name, text) in TextsIn(language))
        {
            Assert.False(string.IsNullOrWhiteSpace(TelegramHtml.Parse((string)text!).Text), name);
            Assert.True(((string)text!).Length <= 1200, name);
        }

        Assert.All(Labels, label => Assert.True(((string)TextsIn(language)[label]!).Length <= (label == "only_administrators" ? 200 : 40), label));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_was_left_in_English(string language)
    {
        if (language == ReplyLanguages.English)
            return;

        var english = TextsIn(ReplyLanguages.English);
        Assert.DoesNotContain(TextsIn(language), text => JsonNode.DeepEquals(text.Value, english[text.Key]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_greeting_says_how_to_ask_how_to_set_it_and_how_to_mend_blindness(string language)
    {
        var texts = GroupTexts.In(language);

        Assert.All(["/check@{bot}", "/settings@{bot}"], word => Assert.Contains(word, texts.Greeting, StringComparison.Ordinal));
        Assert.All(["@BotFather", "/setprivacy"], word => Assert.Contains(word, texts.GreetingBlind, StringComparison.Ordinal));
        Assert.All(["@BotFather", "/setprivacy"], word => Assert.Contains(word, texts.NowBlind, StringComparison.Ordinal));
    }

    private static JsonObject TextsIn(string language) => JsonSerializer.SerializeToNode(GroupTexts.In(language), FactCheckingJson.Plain)!.AsObject();
}
