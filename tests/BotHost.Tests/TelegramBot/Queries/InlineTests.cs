using System.Text.Json.Nodes;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Languages;

namespace BotHost.Tests.TelegramBot.Queries;

/// <summary>What somebody types after the bot's name, in any chat. The clock runs as it does: such queries live for 30 seconds.</summary>
public class InlineTests() : BotTest(speed: 1)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_claim_is_offered_with_its_cited_reply(bool webhook)
    {
        var bot = await StartBotAsync(webhook);
        var reply = await Sample.AnswerAsync(bot, Sample.Known);

        var answer = await Telegram.AnswerToAsync(Telegram.TypeInline(Chat, Sample.Known));

        var first = answer["results"]![0]!;
        Assert.InRange(answer["results"]!.AsArray().Count, 1, 5);
        Assert.Contains("20%", (string)first["title"]!, StringComparison.Ordinal);
        Assert.Equal(reply.Text, (string?)first["input_message_content"]!["message_text"]);
        Assert.Contains("[1]", reply.Text, StringComparison.Ordinal);
        Assert.True((bool?)first["input_message_content"]!["link_preview_options"]!["is_disabled"]);
    }

    [Fact]
    public async Task Where_several_claims_may_be_meant_each_is_a_result_of_its_own()
    {
        var bot = await StartBotAsync();
        var unclear = await Sample.AmbiguousAsync(bot);
        var asked = await Sample.AnswerAsync(bot, unclear);

        var answer = await Telegram.AnswerToAsync(Telegram.TypeInline(Chat, unclear));

        var titles = answer["results"]!.AsArray().Select(result => (string?)result!["title"]).ToList();
        Assert.InRange(titles.Count, asked.Candidates.Count, 5);
        Assert.Equal(asked.Candidates[0].Text, titles[0]);
        Assert.All(answer["results"]!.AsArray(), result =>
            Assert.Contains("[1]", (string)result!["input_message_content"]!["message_text"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Sample.Known, false)]
    [InlineData("乌克兰政府对顿巴斯俄语居民搞种族灭绝已经八年了", false)]
    [InlineData("НАТО", true)]
    [InlineData("", true)]
    public async Task An_answer_is_for_everyone_unless_it_depends_on_who_asks(string query, bool isPersonal)
    {
        await StartBotAsync();

        var answer = await Telegram.AnswerToAsync(Telegram.TypeInline(Chat, query));

        Assert.Equal(isPersonal, (bool?)answer["is_personal"] ?? false);
        Assert.Equal(300, (int?)answer["cache_time"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("zh-hans")]
    [InlineData("zh-hant")]
    public async Task An_empty_query_explains_itself_in_the_persons_language(string client)
    {
        await StartBotAsync();

        var answer = await Telegram.AnswerToAsync(Telegram.TypeInline(FakeChat.New() with { Language = client }, " "));

        var help = Assert.Single(answer["results"]!.AsArray())!;
        Assert.Equal(BotTexts.In(ReplyLanguages.FromTag(client)!).InlineHelpTitle, (string?)help["title"]);
    }

    [Fact]
    public async Task Nothing_found_is_said_and_an_outlet_is_told_of()
    {
        await StartBotAsync();

        var nothing = TextOf(await Telegram.AnswerToAsync(Telegram.TypeInline(Chat, Sample.Unknown)));
        var outlet = TextOf(await Telegram.AnswerToAsync(Telegram.TypeInline(Chat, "https://tass.com/politics/1")));

        Assert.Contains("does NOT mean that it is true", nothing, StringComparison.Ordinal);
        Assert.Contains("TASS – owned by Russian Federation", outlet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_Telegram_has_forgotten_is_let_go()
    {
        await StartBotAsync();
        Telegram.FailNext("answerInlineQuery", Fault.Error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        Telegram.TypeInline(Chat, Sample.Known);
        await Telegram.CalledAsync("answerInlineQuery");
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "it was closed");

        Assert.Single(Telegram.Calls, call => call.Method == "answerInlineQuery");
    }

    private static string TextOf(JsonObject answer) => (string)answer["results"]![0]!["input_message_content"]!["message_text"]!;
}
