using System.Text.Json.Nodes;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Matching;

namespace BotHost.Tests.TelegramBot.Queries;

/// <summary>Somebody writes the bot's name under a post in a chat that the bot is not in.</summary>
public class GuestTests() : BotTest(speed: 1)
{
    private const string Call = "@fact_check_test_bot";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_post_that_was_replied_to_is_looked_up_and_answered_once(bool webhook)
    {
        var bot = await StartBotAsync(webhook);
        var reply = await Sample.AnswerAsync(bot, Sample.Known);

        var text = TextOf(await AskAsync(Call, new() { ["text"] = Sample.Known }));

        Assert.Equal(reply.Text, text);
        Assert.Single(Telegram.Calls, call => call.Method == "answerGuestQuery");
        Assert.DoesNotContain(Telegram.Calls, call => call.Method is "sendMessage" or "sendChatAction");
    }

    [Fact]
    public async Task Candidates_are_not_shown_to_everyone()
    {
        var bot = await StartBotAsync();
        var unclear = await Sample.AmbiguousAsync(bot);
        var candidates = (await Sample.AnswerAsync(bot, unclear)).Candidates;

        var text = TextOf(await AskAsync(Call, new() { ["text"] = unclear }));

        Assert.Equal(BotTexts.In("en").UnsureInPublic, text);
        Assert.All(candidates, candidate => Assert.DoesNotContain(candidate.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caption_is_read_and_the_picture_is_said_to_be_unread()
    {
        await StartBotAsync();

        var text = TextOf(await AskAsync(Call, new()
        {
            ["caption"] = Sample.Known,
            ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "A", ["file_unique_id"] = "B", ["width"] = 1, ["height"] = 1 }),
        }));

        Assert.EndsWith(BotTexts.In("en").MediaNotRead, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_of_a_known_channel_is_answered_with_the_outlets_record()
    {
        await StartBotAsync();

        var text = TextOf(await AskAsync(Call, new() { ["text"] = Sample.Unknown, ["forward_origin"] = Origins.PublicChannel("tass_agency", 5) }));

        Assert.Contains("TASS – owned by Russian Federation", text, StringComparison.Ordinal);
        Assert.Contains("no verdict on the post", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reply_the_words_of_the_call_are_looked_up()
    {
        var bot = await StartBotAsync();
        var reply = await Sample.AnswerAsync(bot, Sample.Known);

        Assert.Equal(reply.Text, TextOf(await AskAsync($"{Call} {Sample.Known}", null)));
        Assert.Equal(Decision.NothingToCheck, (await Sample.AnswerAsync(bot, "")).Decision);
        Assert.Equal((await Sample.AnswerAsync(bot, "")).Text, TextOf(await AskAsync(Call, null)));
    }

    [Fact]
    public async Task Nothing_is_kept_of_who_asked_where_or_about_whom()
    {
        await StartBotAsync();
        BotApplication.Execute(Folder, "create trigger fail before insert on outbox begin select raise(abort, 'no'); end");

        await Telegram.CallGuestAsync(Chat, Call, new() { ["text"] = Sample.Known, ["forward_origin"] = Origins.User.DeepClone() });
        Telegram.TypeInline(Chat, Sample.Known);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "inbox", "attempts > 0") == 2, "both were tried");

        string[] secrets = [$"{Chat.Id}", Chat.FirstName, Chat.UserName, "1001234567890", "Zwiebelfreunde", $"{Origins.UserId}", Origins.Name];
        Assert.All(secrets, secret => Assert.Equal(0, BotApplication.Count(Folder, "inbox", $"payload like '%{secret}%' or lane like '%{secret}%'")));
    }

    private async Task<JsonObject> AskAsync(string text, JsonObject? repliedTo) =>
        await Telegram.AnswerToAsync(await Telegram.CallGuestAsync(Chat, text, repliedTo));

    private static string TextOf(JsonObject answer) => (string)answer["result"]!["input_message_content"]!["message_text"]!;
}
