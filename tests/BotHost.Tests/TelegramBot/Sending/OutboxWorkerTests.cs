using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Sending;

public class OutboxWorkerTests : BotTest
{
    [Fact]
    public async Task Too_many_requests_is_honoured_to_the_second_and_past_a_restart()
    {
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(6775));
        var before = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts = 1") == 1, "the wait was noted");
        await StopAsync(before);
        await StartBotAsync();

        Clock.Advance(TimeSpan.FromSeconds(6600));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Single(Telegram.Calls, call => call.Method == "sendMessage");

        Clock.Advance(TimeSpan.FromSeconds(200));
        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task A_reply_that_must_wait_keeps_its_place_and_holds_up_no_other_chat()
    {
        await StartBotAsync();
        var other = FakeChat.New();
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(600));
        var first = await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.CalledAsync("sendMessage");
        var second = await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.SendTextAsync(other, "/start");
        await Telegram.NextReplyAsync(other);
        Assert.False(Telegram.HasReply(Chat));

        Clock.Advance(TimeSpan.FromSeconds(600));

        Assert.Equal(first, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
        Assert.Equal(second, (await Telegram.NextReplyAsync(Chat)).ReplyTo);
    }

    [Fact]
    public async Task Trouble_on_the_way_is_got_over()
    {
        Telegram.FailNext("sendMessage", Fault.BadGateway, Fault.Reset, Fault.Internal, Fault.Hang);
        await StartBotAsync();

        await Telegram.SendTextAsync(Chat, Sample.Known);

        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "it was noted as sent");
        Assert.Equal(5, Telegram.Calls.Count(call => call.Method == "sendMessage"));
        Assert.False(Telegram.HasReply(Chat));
    }

    [Fact]
    public async Task A_reply_to_someone_who_blocked_the_bot_is_given_up_and_counted()
    {
        var bot = await StartBotAsync();
        Telegram.FailNext("sendMessage", Fault.Blocked);

        await Telegram.SendTextAsync(Chat, Sample.Known);

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "counters", "name = 'undeliverable'") == 1, "it was given up");
        Assert.Equal(1, (await bot.CountersAsync())["undeliverable"]);
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        Assert.Equal(2, Telegram.Calls.Count(call => call.Method == "sendMessage"));
    }

    [Fact]
    public async Task Refused_markup_is_sent_once_more_as_plain_text()
    {
        var bot = await StartBotAsync();
        Telegram.FailNext("sendMessage", Fault.Error(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0"));

        await Telegram.SendTextAsync(Chat, "/help");

        var reply = await Telegram.NextReplyAsync(Chat);
        Assert.Null(reply.Request["parse_mode"]);
        Assert.DoesNotContain("<b>", reply.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await bot.CountersAsync())["plain_text"]);
    }

    [Fact]
    public async Task Markup_refused_even_as_plain_text_is_given_up()
    {
        var refused = Fault.Error(400, "Bad Request: can't parse entities");
        Telegram.FailNext("sendMessage", refused, refused);
        await StartBotAsync();

        await Telegram.SendTextAsync(Chat, "/help");

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "counters", "name = 'undeliverable'") == 1, "it was given up");
    }

    [Fact]
    public async Task Stopping_sends_what_is_ready_to_be_sent()
    {
        var bot = await StartBotAsync();
        var chats = Enumerable.Range(0, 30).Select(_ => FakeChat.New()).ToList();
        foreach (var chat in chats.Concat(chats))
            await Telegram.SendTextAsync(chat, Sample.Known);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "inbox") + BotApplication.Count(Folder, "handled_updates") == 2 * chats.Count, "all were received");

        await StopAsync(bot);

        Assert.Equal(0, BotApplication.Count(Folder, "outbox"));
        Assert.Equal(
            BotApplication.Count(Folder, "handled_updates"),
            Telegram.Calls.Count(call => call.Method == "sendMessage"));
    }

    [Fact]
    public async Task Stopping_sends_all_that_is_ready_in_one_chat()
    {
        // Put in from outside, so that nobody is told about it before the stop.
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "it was noted as sent");
        for (var i = 1; i <= 3; i++)
        {
            BotApplication.Execute(Folder, $$"""
                insert into outbox (reply_key, lane, method, payload, not_before, created_at)
                values ('x/{{i}}', {{Chat.Id}}, 'sendMessage', '{"chat":{{Chat.Id}},"text":"{{i}}"}', '', '2999')
                """);
        }

        await StopAsync(bot);

        Assert.Equal(["1", "2", "3"], [
            (await Telegram.NextReplyAsync(Chat)).Text,
            (await Telegram.NextReplyAsync(Chat)).Text,
            (await Telegram.NextReplyAsync(Chat)).Text]);
    }

    [Fact]
    public async Task A_stored_call_in_a_form_of_another_version_is_given_up()
    {
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        BotApplication.Execute(Folder, $$"""
            insert into outbox (reply_key, lane, method, payload, not_before, created_at)
            values ('x/1', {{Chat.Id}}, 'sendHologram', '{}', '', '2999'), ('x/2', {{Chat.Id}}, 'sendMessage', '{"ch', '', '2999')
            """);

        await Telegram.SendTextAsync(Chat, "/start");

        await Telegram.NextReplyAsync(Chat);
        Assert.Equal(2, (await bot.CountersAsync())["undeliverable"]);
    }
}
