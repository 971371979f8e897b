using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Telling;

public sealed class TellingTests : BotTest
{
    private const string Claim = "Dolphins learned to pilot submarines in the Baltic Sea";

    private static readonly PrivateTexts Texts = PrivateTexts.In("en");

    [Fact]
    public async Task Who_asked_is_told_once_when_a_debunk_is_published()
    {
        var bot = await StartWithOwnRecordsAsync();
        await AskToBeToldAsync();

        await ImportAsync(bot, Claim);

        var told = await Telegram.NextReplyAsync(Chat);
        Assert.StartsWith(Texts.Told, told.Text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/r1", told.Links);
        await ImportAsync(bot, "Another record that has nothing to do with it", "r2");
        await NothingMoreAsync(bot);
        Assert.Equal(0, BotApplication.Count(Folder, "to_be_told"));
    }

    [Fact]
    public async Task Who_asked_is_told_of_what_was_published_while_the_bot_was_down()
    {
        var before = await StartWithOwnRecordsAsync();
        await AskToBeToldAsync();
        await ImportAsync(before, "Another record that has nothing to do with it", "r2");
        await StopAsync(before);
        await ImportAsync(before, Claim);

        await StartBotAsync(knowledge: Knowledge);

        Assert.StartsWith(Texts.Told, (await Telegram.NextReplyAsync(Chat)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_record_was_corrected_is_followed_up_once()
    {
        var bot = await StartWithOwnRecordsAsync();
        await ImportAsync(bot, Claim);
        await Telegram.SendTextAsync(Chat, Claim);
        var answer = await Telegram.NextReplyAsync(Chat);

        await ImportAsync(bot, $"{Claim}, says a brochure of 1987");

        var corrected = await Telegram.NextReplyAsync(Chat);
        Assert.StartsWith(TelegramHtml.Parse(Texts.Corrected).Text, corrected.Text, StringComparison.Ordinal);
        Assert.Contains("1987", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Id, corrected.ReplyTo);
        await ImportAsync(bot, "Another record that has nothing to do with it", "r2");
        await NothingMoreAsync(bot);
    }

    [Fact]
    public async Task An_answer_of_more_than_30_days_ago_is_not_followed_up()
    {
        var bot = await StartWithOwnRecordsAsync();
        await ImportAsync(bot, Claim);
        await Telegram.SendTextAsync(Chat, Claim);
        await Telegram.NextReplyAsync(Chat);
        Clock.Advance(TimeSpan.FromDays(31));
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "answers") == 0, "the answer was forgotten");

        await ImportAsync(bot, $"{Claim}, says a brochure of 1987");

        await NothingMoreAsync(bot);
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_forgotten_when_that_comes_out()
    {
        var bot = await StartWithOwnRecordsAsync();
        await ImportAsync(bot, Claim);
        await Telegram.SendTextAsync(Chat, Claim);
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "state = 'waiting'") == 0, "the answer was noted as sent");
        Telegram.FailNext("sendMessage", Fault.Blocked);

        await ImportAsync(bot, $"{Claim}, says a brochure of 1987");

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "answers") == 0, "the chat was forgotten");
        Assert.False(Telegram.HasReply(Chat));
    }

    private string Knowledge => Path.Combine(Folder, "knowledge.db");

    private async Task<BotApplication> StartWithOwnRecordsAsync()
    {
        File.Copy(await TestKnowledge.FileAsync(), Knowledge);
        return await StartBotAsync(knowledge: Knowledge);
    }

    private async Task AskToBeToldAsync()
    {
        await Telegram.SendTextAsync(Chat, Claim);
        foreach (var label in new[] { Texts.PassOn, Texts.PassOnYes, Texts.TellMe })
            await Telegram.PressAsync(Chat, await Telegram.NextReplyAsync(Chat), label);
        Assert.Equal(Texts.WillTell, (await Telegram.NextReplyAsync(Chat)).Text);
    }

    // As the import verb does it, beside the running bot.
    private async Task ImportAsync(BotApplication bot, string title, string id = "r1")
    {
        var file = Path.Combine(Folder, "records.jsonl");
        await File.WriteAllTextAsync(
            file, $$"""{"id":"{{id}}","lang":"en","title":"{{title}}","url":"https://example.org/{{id}}"}""", TestContext.Current.CancellationToken);
        var knowledge = bot.Log;
        var before = knowledge.Lines.Count(IsMovedOn);
        await TestKnowledge.ImportAsync(file, Knowledge);
        if (bot.IsRunning)
            await Eventually.TrueAsync(() => knowledge.Lines.Count(IsMovedOn) > before, "the bot moved on");
    }

    private static bool IsMovedOn(string line) => line.Contains("Answers come from generation", StringComparison.Ordinal);

    // Long enough for the next round, and then something that is answered in order after it.
    private async Task NothingMoreAsync(BotApplication bot)
    {
        Clock.Advance(TimeSpan.FromSeconds(6));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.True(bot.IsRunning);
        Assert.False(Telegram.HasReply(Chat));
    }
}
