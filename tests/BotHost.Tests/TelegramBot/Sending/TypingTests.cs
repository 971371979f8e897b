using BotHost.TelegramBot.Sending;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Sending;

public class TypingTests : BotTest
{
    [Fact]
    public async Task Typing_is_shown_every_four_seconds_until_the_work_is_done()
    {
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);

        await bot.Services.GetRequiredService<TypingIndicator>().WhileAsync(Chat.Id, async () =>
        {
            await Telegram.CalledAsync("sendChatAction", 3);
            return true;
        });

        var shown = Telegram.Calls.Where(call => call.Method == "sendChatAction").ToList();
        Assert.All(shown, call => Assert.Equal("typing", (string?)call.Parameters["action"]));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(shown.Count, Telegram.Calls.Count(call => call.Method == "sendChatAction"));
    }

    [Fact]
    public async Task Typing_that_cannot_be_shown_costs_no_answer()
    {
        var bot = await StartBotAsync();
        Telegram.FailNext("sendChatAction", Fault.Internal);

        var answer = await bot.Services.GetRequiredService<TypingIndicator>().WhileAsync(Chat.Id, async () =>
        {
            await Telegram.CalledAsync("sendChatAction");
            return "answer";
        });

        Assert.Equal("answer", answer);
    }
}
