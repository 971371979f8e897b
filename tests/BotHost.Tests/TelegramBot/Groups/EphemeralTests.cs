using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Groups;

/// <summary>The clock is the world's: fifteen seconds must be enough.</summary>
public class EphemeralTests() : GroupTest(speed: 1)
{
    [Fact]
    public async Task Who_asks_so_that_nobody_sees_it_is_answered_likewise()
    {
        await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, Sample.Known);

        var command = Telegram.SendEphemeralCommand(Group, Member, "/check", replyTo: post);

        var answer = await Telegram.NextReplyAsync(Group);
        Assert.Equal(Member.Id, answer.Receiver);
        Assert.Equal(command, (int?)answer.Request["reply_parameters"]!["ephemeral_message_id"]);
    }

    [Fact]
    public async Task A_claim_is_picked_where_only_the_asker_sees_it()
    {
        var bot = await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, await Sample.AmbiguousAsync(bot));
        Telegram.SendEphemeralCommand(Group, Member, "/check", replyTo: post);
        var question = await Telegram.NextReplyAsync(Group);

        Telegram.Press(Group, Member, question, question.Buttons[0].Label);

        var answer = await Telegram.NextReplyAsync(Group);
        Assert.Equal((question.Id, Member.Id), (answer.Id, answer.Receiver));
        Assert.True(answer.IsEdit);
    }

    [Fact]
    public async Task An_answer_that_is_refused_or_late_goes_to_the_private_chat_and_never_to_the_group()
    {
        await StartInGroupAsync();
        await Telegram.SendTextAsync(Member, "/start");
        await Telegram.NextReplyAsync(Member);
        var post = Telegram.SendText(Group, Member, Sample.Known);
        Telegram.FailNext("sendMessage", Fault.Error(400, "Bad Request: ephemeral message can't be sent"));

        Telegram.SendEphemeralCommand(Group, Member, "/check", replyTo: post);

        Assert.Contains("20%", (await Telegram.NextReplyAsync(Member)).Text, StringComparison.Ordinal);
        Assert.False(Telegram.HasReply(Group));
    }

    [Fact]
    public async Task An_answer_that_Telegram_held_up_for_more_than_fifteen_seconds_goes_to_the_private_chat()
    {
        await StartInGroupAsync();
        await Telegram.SendTextAsync(Member, "/start");
        await Telegram.NextReplyAsync(Member);
        var post = Telegram.SendText(Group, Member, Sample.Known);
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(20));
        Telegram.SendEphemeralCommand(Group, Member, "/check", replyTo: post);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts > 0") == 1, "it has to wait");

        Clock.Advance(TimeSpan.FromSeconds(21));

        Assert.Contains("20%", (await Telegram.NextReplyAsync(Member)).Text, StringComparison.Ordinal);
        Assert.Contains(Telegram.Refusals, refusal => refusal.Contains("ephemeral", StringComparison.Ordinal));
        Assert.False(Telegram.HasReply(Group));
    }

    [Fact]
    public async Task To_who_never_wrote_to_the_bot_a_refused_answer_is_not_said_at_all()
    {
        var bot = await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, Sample.Known);
        Telegram.FailNext("sendMessage", Fault.Error(400, "Bad Request: ephemeral message can't be sent"));

        Telegram.SendEphemeralCommand(Group, Member, "/check", replyTo: post);

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "counters", "name = 'undeliverable'") == 1, "it was given up");
        Assert.False(Telegram.HasReply(Group));
        Assert.Equal(1, (await bot.CountersAsync())["undeliverable"]);
    }

    [Fact]
    public async Task An_administrator_bot_answers_an_open_command_so_that_only_the_asker_sees_it()
    {
        await StartInGroupAsync(status: "administrator");
        var post = Telegram.SendText(Group, Member, Sample.Known);

        Telegram.SendText(Group, Member, "/check", replyTo: post);

        Assert.Equal(Member.Id, (await Telegram.NextReplyAsync(Group)).Receiver);
    }

    [Fact]
    public async Task What_was_asked_openly_is_answered_openly_where_that_is_refused()
    {
        await StartInGroupAsync(status: "administrator");
        var post = Telegram.SendText(Group, Member, Sample.Known);
        Telegram.FailNext("sendMessage", Fault.Error(400, "Bad Request: ephemeral message can't be sent"));

        Telegram.SendText(Group, Member, "/check", replyTo: post);

        var answer = await Telegram.NextReplyAsync(Group);
        Assert.Null(answer.Receiver);
        Assert.Equal(post, answer.ReplyTo);
    }
}
