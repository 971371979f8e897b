using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Foundation;
using FactChecking.Languages;

namespace BotHost.Tests.TelegramBot.Texts;

public partial class PrivateTextsTests
{
    public static TheoryData<string> All => new(ReplyLanguages.All);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_language_has_every_text_in_markup_that_Telegram_takes(string language)
    {
        foreach (var (name, text) in TextsIn(language))
        {
            Assert.False(string.IsNullOrWhiteSpace(TelegramHtml.Parse((string)text!).Text), name);
            Assert.Equal(NamesIn((string)TextsIn(ReplyLanguages.English)[name]!), NamesIn((string)text!));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_shown_for_a_moment_fits_there(string language)
    {
        var texts = PrivateTexts.In(language);

        Assert.All([texts.Thanks, texts.ClaimGone], text => Assert.InRange(text.Length, 1, 200));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_privacy_notice_fits_into_a_message_and_names_the_times(string language)
    {
        var (texts, ofChats) = (BotTexts.In(language), PrivateTexts.In(language));

        Assert.InRange(TelegramHtml.Parse($"{texts.Privacy}\n\n{ofChats.Privacy}\n\n{texts.PrivacyWithModel}").Text.Length, 1, 4096);
        Assert.All(["30", "48", "/why", "/forget"], part => Assert.Contains(part, ofChats.Privacy, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_was_left_in_English(string language)
    {
        if (language == ReplyLanguages.English)
            return;

        var english = TextsIn(ReplyLanguages.English);
        Assert.DoesNotContain(
            TextsIn(language), text => text.Value!.GetValue<string>().Any(char.IsLetter) && JsonNode.DeepEquals(text.Value, english[text.Key]));
    }

    private static JsonObject TextsIn(string language) =>
        JsonSerializer.SerializeToNode(PrivateTexts.In(language), FactCheckingJson.Plain)!.AsObject();

    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Name();
}
