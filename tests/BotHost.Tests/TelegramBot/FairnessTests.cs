using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot;

public class FairnessTests : BotTest
{
    private static readonly Dictionary<string, string?> ThreeQuestions = new() { ["Fairness:Burst"] = "3", ["Fairness:PerMinute"] = "1" };

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("zh-hans")]
    [InlineData("zh-hant")]
    public async Task Who_asks_too_much_is_told_so_once_and_in_the_own_language(string language)
    {
        var chat = FakeChat.New(language);
        await StartBotAsync(more: ThreeQuestions);
        var asked = new List<int>();
        for (var i = 0; i < 12; i++)
            asked.Add(await Telegram.SendTextAsync(chat, "/start"));
        var after = FakeChat.New();
        await Telegram.SendTextAsync(after, "/start");
        await Telegram.NextReplyAsync(after);

        for (var i = 0; i < 3; i++)
            Assert.Equal(asked[i], (await Telegram.NextReplyAsync(chat)).ReplyTo);
        var notice = await Telegram.NextReplyAsync(chat);
        Assert.Equal(asked[3], notice.ReplyTo);
        Assert.Equal(BotTexts.For(null, language).TooMany, notice.Text);
        Assert.False(Telegram.HasReply(chat));
        Assert.Equal(5, BotApplication.Count(Folder, "handled_updates"));
    }

    [Fact]
    public async Task A_flood_from_one_chat_does_not_slow_another()
    {
        await StartBotAsync();
        for (var i = 0; i < 3000; i++)
            await Telegram.SendTextAsync(Chat, Sample.Known);
        var other = FakeChat.New();
        await Telegram.SendTextAsync(other, Sample.Known);

        await Telegram.NextReplyAsync(other);

        Assert.InRange(Telegram.Deliveries.Count(delivery => delivery.Chat == Chat.Id), 0, 35);
    }

    [Fact]
    public async Task Anonymous_administrators_of_two_groups_are_not_taken_for_one_person()
    {
        await StartBotAsync(more: ThreeQuestions);
        var (busy, other, admin) = (new FakeGroup { BotStatus = "member" }, new FakeGroup { BotStatus = "member" }, FakeChat.New());
        for (var i = 0; i < 4; i++)
            Ask(busy);
        for (var i = 0; i < 3; i++)
            Assert.NotEqual(BotTexts.In("en").TooMany, (await Telegram.NextReplyAsync(busy)).Text);
        Assert.Equal(BotTexts.In("en").TooMany, (await Telegram.NextReplyAsync(busy)).Text);

        Ask(other);

        Assert.NotEqual(BotTexts.In("en").TooMany, (await Telegram.NextReplyAsync(other)).Text);

        void Ask(FakeGroup group) => Telegram.Send(group, admin, FakeTelegram.Anonymously(group, new()
        {
            ["text"] = "/help",
            ["entities"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["type"] = "bot_command", ["offset"] = 0, ["length"] = 5 }),
        }));
    }

    [Fact]
    public async Task What_Telegram_sends_again_as_the_disk_refused_it_counts_once()
    {
        await StartBotAsync(more: ThreeQuestions);
        BotApplication.Execute(Folder, "create trigger fail before insert on inbox begin select raise(abort, 'no'); end");
        var asked = await Telegram.SendTextAsync(Chat, "/start");
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.False(Telegram.HasReply(Chat));
        BotApplication.Execute(Folder, "drop trigger fail");

        Assert.Equal(asked, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
        await Telegram.SendTextAsync(Chat, "/start");
        Assert.Equal(BotTexts.In("en").Start, (await Telegram.NextReplyAsync(Chat)).Text);
    }
}
