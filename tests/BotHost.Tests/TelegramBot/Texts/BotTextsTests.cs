using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Foundation;
using FactChecking.Languages;

namespace BotHost.Tests.TelegramBot.Texts;

public class BotTextsTests
{
    public static TheoryData<string> All => new(ReplyLanguages.All);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_language_has_every_text_in_markup_that_Telegram_takes(string language)
    {
        var texts = JsonSerializer.SerializeToNode(BotTexts.In(language), FactCheckingJson.Plain)!.AsObject();

        foreach (var (name, text) in texts)
        {
            var words = TelegramHtml.Parse((string)text!).Text;
            Assert.False(string.IsNullOrWhiteSpace(words), name);
            Assert.True(words.Length <= 2000, name);
        }

        Assert.Equal(texts.Count, FileOf(language).Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_was_left_in_English(string language)
    {
        if (language == ReplyLanguages.English)
            return;

        var english = FileOf(ReplyLanguages.English);
        Assert.DoesNotContain(FileOf(language), text => JsonNode.DeepEquals(text.Value, english[text.Key]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_descriptions_fit_and_have_no_markup(string language)
    {
        var texts = BotTexts.In(language);

        Assert.InRange(texts.Description.Length, 1, 512);
        Assert.InRange(texts.ShortDescription.Length, 1, 120);
        Assert.DoesNotContain('<', texts.Description + texts.ShortDescription);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_texts_name_the_commands_that_there_are(string language)
    {
        var texts = BotTexts.In(language);

        Assert.All(["/language", "/about", "/privacy", "/why", "/forget"], command => Assert.Contains(command, texts.Help, StringComparison.Ordinal));
        Assert.Contains("48", texts.Privacy, StringComparison.Ordinal);
        Assert.Contains("90", texts.Privacy, StringComparison.Ordinal);
        Assert.Contains("Telegram", texts.Privacy, StringComparison.Ordinal);
    }

    private static JsonObject FileOf(string language) => JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "src", "BotHost", "TelegramBot", "Texts", $"{language}.json")))!.AsObject();
}
