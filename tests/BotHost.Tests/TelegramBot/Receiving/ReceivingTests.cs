using System.Text.Json.Nodes;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Receiving;

/// <summary>What must hold however updates come in.</summary>
public class ReceivingTests : BotTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repeated_delivery_is_answered_once(bool webhook)
    {
        await StartBotAsync(webhook);
        var message = Telegram.MessageOf(Chat, new() { ["text"] = Sample.Known });
        var id = Telegram.Arrive("message", "lane", message);
        await Telegram.NextReplyAsync(Chat);

        var again = new JsonObject { ["update_id"] = id, ["message"] = message.DeepClone() };
        await Eventually.TrueAsync(() => Telegram.Pending.Count == 0, "the first delivery was confirmed");
        Telegram.Pending.AddAgain("lane", again);

        await Eventually.TrueAsync(() => Telegram.Pending.Count == 0, "the repeat was confirmed");
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        Assert.Equal(2, Telegram.Calls.Count(call => call.Method == "sendMessage"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ids_that_start_anew_lower_lose_nothing(bool webhook)
    {
        await StartBotAsync(webhook);
        Telegram.Pending.NextId = 900_000_000;
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => Telegram.Pending.Count == 0, "it was confirmed");

        Telegram.Pending.NextId = 17;
        var asked = await Telegram.SendTextAsync(Chat, Sample.Known);

        Assert.Equal(asked, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
        await Eventually.TrueAsync(() => Telegram.Pending.Count == 0, "it was confirmed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_update_in_an_unknown_form_is_passed_over(bool webhook)
    {
        await StartBotAsync(webhook);
        Telegram.Arrive("message", "a", new() { ["chat"] = "what is this?" });
        Telegram.Arrive("message", "b", []);
        var noPerson = new JsonObject { ["id"] = "1", ["data"] = "x", ["message"] = Telegram.MessageOf(Chat, []), ["chat_instance"] = "1" };
        Telegram.Arrive("callback_query", "c", noPerson);

        await Telegram.SendTextAsync(Chat, Sample.Known);

        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => Telegram.Pending.Count == 0, "all were confirmed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_not_for_the_bot_is_confirmed_and_not_kept(bool webhook)
    {
        await StartBotAsync(webhook);
        var fromBot = Telegram.MessageOf(Chat, new() { ["text"] = Sample.Known });
        fromBot["from"]!["is_bot"] = true;
        Telegram.Arrive("message", "a", fromBot);
        var inGroup = Telegram.MessageOf(Chat, new() { ["text"] = Sample.Known });
        inGroup["chat"] = new JsonObject { ["id"] = -100123, ["type"] = "supergroup", ["title"] = "Group" };
        Telegram.Arrive("message", "b", inGroup);
        var pinned = Telegram.MessageOf(Chat, new() { ["pinned_message"] = Telegram.MessageOf(Chat, new() { ["text"] = Sample.Known }) });
        Telegram.Arrive("message", "d", pinned);

        await Eventually.TrueAsync(() => Telegram.Pending.Count == 0, "all were confirmed");

        Assert.Equal(0, BotApplication.Count(Folder, "inbox") + BotApplication.Count(Folder, "handled_updates"));
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        Assert.Single(Telegram.Calls, call => call.Method == "sendMessage");
    }
}
