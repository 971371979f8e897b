using BotHost.Store.Submissions;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.FollowUps;

public sealed class TellingTests : BotTest
{
    private const string Claim = "Dolphins learned to pilot submarines in the Baltic Sea";

    private static readonly PrivateTexts Texts = PrivateTexts.In("en");

    [Fact]
    public async Task Who_asked_is_told_once_when_a_debunk_is_published()
    {
        var bot = await StartWithOwnRecordsAsync();
        await AskToBeToldAsync();

        await Records.ImportAsync(bot, Claim);

        var told = await Telegram.NextReplyAsync(Chat);
        Assert.StartsWith(Texts.Told, told.Text, StringComparison.Ordinal);
        Assert.Contains("https://example.org/r1", told.Links);
        await Records.ImportAsync(bot, "Another record that has nothing to do with it", "r2");
        await NothingMoreAsync(bot);
        Assert.Equal(0, BotApplication.Count(Folder, "to_be_told"));
    }

    [Fact]
    public async Task Who_asked_is_told_of_what_was_published_while_the_bot_was_down()
    {
        var before = await StartWithOwnRecordsAsync();
        await AskToBeToldAsync();
        await Records.ImportAsync(before, "Another record that has nothing to do with it", "r2");
        await StopAsync(before);
        await Records.ImportAsync(before, Claim);

        await StartBotAsync(knowledge: Records.File);

        Assert.StartsWith(Texts.Told, (await Telegram.NextReplyAsync(Chat)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_is_told_without_a_publication_when_a_maintainer_says_which_claim_it_is()
    {
        var bot = await StartWithOwnRecordsAsync();
        await AskToBeToldAsync();
        var passedOn = bot.Services.GetRequiredService<SubmissionStore>();
        var number = Assert.Single(await passedOn.UndecidedAsync()).Number;
        var claim = Assert.Single((await Sample.AnswerAsync(bot, Sample.Known)).Claims);

        await passedOn.DecideAsync([number], SubmissionDecision.Claim, claim, "a maintainer");

        var told = (await Telegram.NextReplyAsync(Chat)).Text;
        Assert.StartsWith($"{Texts.Told}\n{Claim}\n", told, StringComparison.Ordinal);
        Assert.Contains("20%", told, StringComparison.Ordinal);
        await NothingMoreAsync(bot);
        Assert.Equal(0, BotApplication.Count(Folder, "to_be_told"));
    }

    [Fact]
    public async Task What_somebody_was_told_is_corrected_like_any_answer()
    {
        var bot = await StartWithOwnRecordsAsync();
        await AskToBeToldAsync();
        await Records.ImportAsync(bot, Claim);
        var told = await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "it was noted as sent");

        await Records.ImportAsync(bot, $"{Claim}, says a brochure of 1987");

        var corrected = await Telegram.NextReplyAsync(Chat);
        Assert.StartsWith(TelegramHtml.Parse(Texts.Corrected).Text, corrected.Text, StringComparison.Ordinal);
        Assert.Equal(told.Id, corrected.ReplyTo);
        await NothingMoreAsync(bot);
    }

    [Fact]
    public async Task An_answer_whose_record_was_corrected_is_followed_up_once()
    {
        var bot = await StartWithOwnRecordsAsync();
        await Records.ImportAsync(bot, Claim);
        await Telegram.SendTextAsync(Chat, Claim);
        var answer = await Telegram.NextReplyAsync(Chat);

        await Records.ImportAsync(bot, $"{Claim}, says a brochure of 1987");

        var corrected = await Telegram.NextReplyAsync(Chat);
        Assert.StartsWith(TelegramHtml.Parse(Texts.Corrected).Text, corrected.Text, StringComparison.Ordinal);
        Assert.Contains("1987", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Id, corrected.ReplyTo);
        await Records.ImportAsync(bot, "Another record that has nothing to do with it", "r2");
        await NothingMoreAsync(bot);
    }

    [Fact]
    public async Task An_answer_that_was_held_up_while_its_record_changed_is_followed_up_when_it_has_left()
    {
        var bot = await StartWithOwnRecordsAsync();
        await Records.ImportAsync(bot, Claim);
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(3600));
        await Telegram.SendTextAsync(Chat, Claim);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts > 0") == 1, "it has to wait");

        await Records.ImportAsync(bot, $"{Claim}, says a brochure of 1987");
        await NothingMoreAsync(bot);
        Clock.Advance(TimeSpan.FromHours(1.1));

        var answer = await Telegram.NextReplyAsync(Chat);
        Assert.DoesNotContain("1987", answer.Text, StringComparison.Ordinal);
        var corrected = await Telegram.NextReplyAsync(Chat);
        Assert.Contains("1987", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Id, corrected.ReplyTo);
    }

    [Fact]
    public async Task An_answer_of_more_than_30_days_ago_is_not_followed_up()
    {
        var bot = await StartWithOwnRecordsAsync();
        await Records.ImportAsync(bot, Claim);
        await Telegram.SendTextAsync(Chat, Claim);
        await Telegram.NextReplyAsync(Chat);
        Clock.Advance(TimeSpan.FromDays(31));
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "answers") == 0, "the answer was forgotten");

        await Records.ImportAsync(bot, $"{Claim}, says a brochure of 1987");

        await NothingMoreAsync(bot);
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_forgotten_when_that_comes_out()
    {
        var bot = await StartWithOwnRecordsAsync();
        await Records.ImportAsync(bot, Claim);
        await Telegram.SendTextAsync(Chat, Claim);
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "the answer was noted as sent");
        Telegram.FailNext("sendMessage", Fault.Blocked);

        await Records.ImportAsync(bot, $"{Claim}, says a brochure of 1987");

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "answers") == 0, "the chat was forgotten");
        Assert.False(Telegram.HasReply(Chat));
    }

    private OwnRecords Records => new(Folder);

    private async Task<BotApplication> StartWithOwnRecordsAsync() => await StartBotAsync(knowledge: await Records.CreateAsync());

    private async Task AskToBeToldAsync()
    {
        await Telegram.SendTextAsync(Chat, Claim);
        foreach (var label in new[] { Texts.PassOn, Texts.PassOnYes, Texts.TellMe })
            await Telegram.PressAsync(Chat, await Telegram.NextReplyAsync(Chat), label);
        Assert.Equal(Texts.WillTell, (await Telegram.NextReplyAsync(Chat)).Text);
    }

    // Long enough for the next round, and then something that is answered in order after it.
    private async Task NothingMoreAsync(BotApplication bot)
    {
        Clock.Advance(TimeSpan.FromSeconds(6));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.True(bot.IsRunning);
        Assert.False(Telegram.HasReply(Chat));
    }
}
