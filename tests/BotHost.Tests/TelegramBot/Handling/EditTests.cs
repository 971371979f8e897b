using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Handling;

public class EditTests : BotTest
{
    [Fact]
    public async Task An_edited_message_edits_its_answer_after_a_restart_too()
    {
        var before = await StartBotAsync();
        var asked = await Telegram.SendTextAsync(Chat, Sample.Unknown);
        var first = await Telegram.NextReplyAsync(Chat);
        await StopAsync(before);
        var bot = await StartBotAsync();

        Telegram.Edit(Chat, asked, Sample.Known);

        var second = await Telegram.NextReplyAsync(Chat);
        Assert.True(second.IsEdit);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(TelegramHtml.Parse((await Sample.AnswerAsync(bot, Sample.Known)).Text).Text, second.Text);
        Assert.NotEmpty(second.Buttons);
    }

    [Fact]
    public async Task An_edit_that_comes_before_the_answer_has_left_edits_it_too()
    {
        await StartBotAsync();
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(5));
        var asked = await Telegram.SendTextAsync(Chat, Sample.Unknown);

        Telegram.Edit(Chat, asked, Sample.Known);

        var first = await Telegram.NextReplyAsync(Chat);
        var second = await Telegram.NextReplyAsync(Chat);
        Assert.True(second.IsEdit);
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task An_edit_of_a_message_without_an_answer_is_left_alone()
    {
        await StartBotAsync();
        await Telegram.SendTextAsync(Chat, Sample.Unknown);
        await Telegram.NextReplyAsync(Chat);
        var command = await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);

        Telegram.Edit(Chat, command, Sample.Known);
        await Telegram.SendTextAsync(Chat, "/start");

        Assert.False((await Telegram.NextReplyAsync(Chat)).IsEdit);
        Assert.DoesNotContain("editMessageText", Telegram.Calls.Select(call => call.Method));
    }
}
