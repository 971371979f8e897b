using BotHost.Store.Groups;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using BotHost.Tests.TelegramBot.Groups;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.FollowUps;

public sealed class GroupCorrectionTests : GroupTest
{
    private const string Claim = "Dolphins learned to pilot submarines in the Baltic Sea";
    private const string Corrected = $"{Claim}, says a brochure of 1987";

    private OwnRecords Records => new(Folder);

    [Fact]
    public async Task An_answer_that_all_could_read_is_followed_up_once_in_its_topic()
    {
        var forum = new FakeGroup { IsForum = true };
        var bot = await StartAsync(forum);
        Telegram.SendText(forum, Member, $"/check {Claim}", topic: 7);
        var answer = await SentAsync(forum);

        await Records.ImportAsync(bot, Corrected);

        var correction = await Telegram.NextReplyAsync(forum);
        AssertCorrects(answer, correction);
        Assert.Equal(7, (int?)correction.Request["message_thread_id"]);
        Assert.True((bool?)correction.Request["disable_notification"]);
        await Records.ImportAsync(bot, "Another record that has nothing to do with it", "r2");
        await AssertNothingMoreAsync(forum);
    }

    [Fact]
    public async Task An_automatic_answer_is_followed_up_and_slow_mode_holds_that_up_only()
    {
        var bot = await StartAsync(Group, old => old with { Mode = GroupMode.Automatic });
        Forward(Group, Claim);
        var answer = await SentAsync(Group);
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(3600));

        await Records.ImportAsync(bot, Corrected);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts > 0") == 1, "it has to wait");
        Assert.False(Telegram.HasReply(Group));
        Clock.Advance(TimeSpan.FromHours(1.1));

        AssertCorrects(answer, await Telegram.NextReplyAsync(Group));
    }

    [Theory]
    [InlineData("quiet")]
    [InlineData("silent")]
    [InlineData("muted")]
    public async Task A_correction_waits_until_it_may_be_said(string why)
    {
        var bot = await StartAsync(Group);
        Telegram.SendText(Group, Member, $"/check {Claim}");
        var answer = await SentAsync(Group);
        var (groups, hour) = (bot.Services.GetRequiredService<GroupStore>(), Clock.GetUtcNow().Hour);
        await groups.ChangeAsync(Group.Id, old => why switch
        {
            "quiet" => old with { Quiet = new QuietHours(hour, (hour + 2) % 24) },
            "silent" => old with { Mode = GroupMode.Silent },
            _ => old with { MutedUntil = Clock.GetUtcNow() + TimeSpan.FromHours(2) },
        });

        await Records.ImportAsync(bot, Corrected);
        await WaitForRoundAsync();
        Assert.False(Telegram.HasReply(Group));
        if (why == "silent")
            await groups.ChangeAsync(Group.Id, old => old with { Mode = GroupMode.OnRequest });
        else
            await AdvanceAsync(TimeSpan.FromHours(2.1));

        AssertCorrects(answer, await Telegram.NextReplyAsync(Group));
        await AssertNothingMoreAsync(Group);
    }

    [Fact]
    public async Task What_only_the_asker_saw_is_not_followed_up()
    {
        var bot = await StartAsync(Group, status: "administrator");
        Telegram.SendText(Group, Member, $"/check {Claim}");
        Assert.Equal(Member.Id, (await SentAsync(Group)).Receiver);

        await Records.ImportAsync(bot, Corrected);

        await AssertNothingMoreAsync(Group);
        Assert.Equal(0, BotApplication.Count(Folder, "answers"));
    }

    [Fact]
    public async Task What_had_to_be_said_openly_is_followed_up()
    {
        var bot = await StartAsync(Group, status: "administrator");
        Telegram.FailNext("sendMessage", Fault.Error(400, "Bad Request: ephemeral message can't be sent"));
        Telegram.SendText(Group, Member, $"/check {Claim}");
        var answer = await SentAsync(Group);
        Assert.Null(answer.Receiver);

        await Records.ImportAsync(bot, Corrected);

        AssertCorrects(answer, await Telegram.NextReplyAsync(Group));
    }

    [Fact]
    public async Task What_had_to_be_said_in_the_private_chat_is_followed_up_there()
    {
        var bot = await StartAsync(Group);
        await Telegram.SendTextAsync(Member, "/start");
        await Telegram.NextReplyAsync(Member);
        Telegram.FailNext("sendMessage", Fault.Error(400, "Bad Request: ephemeral message can't be sent"));
        Telegram.SendEphemeralCommand(Group, Member, $"/check {Claim}");
        var answer = await Telegram.NextReplyAsync(Member);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "the answer was noted as sent");

        await Records.ImportAsync(bot, Corrected);

        AssertCorrects(answer, await Telegram.NextReplyAsync(Member));
        Assert.False(Telegram.HasReply(Group));
    }

    [Fact]
    public async Task An_answer_that_was_picked_is_remembered_by_its_message()
    {
        var bot = await StartAsync(Group);
        Telegram.SendText(Group, Member, $"/check {await Sample.AmbiguousAsync(bot)}");
        var question = await SentAsync(Group);
        Assert.Equal(0, BotApplication.Count(Folder, "answers"));

        Telegram.Press(Group, Admin, question, question.Buttons[0].Label);
        await SentAsync(Group);

        Assert.Equal(1, BotApplication.Count(Folder, "answers", $"message = {question.Id} and claim_id is not null and question is null"));
    }

    [Fact]
    public async Task In_the_supergroup_that_a_group_becomes_it_is_corrected_without_the_old_number()
    {
        var group = new FakeGroup(isSuper: false);
        var bot = await StartAsync(group);
        Telegram.SendText(group, Member, $"/check {Claim}");
        await SentAsync(group);
        var super = Telegram.Upgrade(group, Admin);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "answers", $"chat_id = {super.Id}") == 1, "it has moved");

        await Records.ImportAsync(bot, Corrected);

        var correction = await Telegram.NextReplyAsync(super);
        Assert.Null(correction.ReplyTo);
        Assert.Contains("1987", correction.Text, StringComparison.Ordinal);
        Assert.False(correction.Request.ContainsKey("reply_parameters"));
    }

    [Fact]
    public async Task A_group_that_removes_the_bot_is_told_nothing_more()
    {
        var bot = await StartAsync(Group);
        Telegram.SendText(Group, Member, $"/check {Claim}");
        await SentAsync(Group);
        Assert.Equal(1, BotApplication.Count(Folder, "answers"));

        Telegram.SetStatus(Group, Admin, "left");

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "answers") == 0, "the group was forgotten");
        await Records.ImportAsync(bot, Corrected);
        await WaitForRoundAsync();
        Assert.Empty(Telegram.Refusals);
    }

    private async Task<BotApplication> StartAsync(FakeGroup group, Func<GroupSettings, GroupSettings>? settings = null, string status = "member")
    {
        Telegram.IsPrivacyModeOff = true;
        var bot = await StartInAsync(group, settings, status, await Records.CreateAsync());
        await Records.ImportAsync(bot, Claim);
        return bot;
    }

    private async Task<BotMessage> SentAsync(FakeGroup group)
    {
        var answer = await Telegram.NextReplyAsync(group);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "the answer was noted as sent");
        return answer;
    }

    private static void AssertCorrects(BotMessage answer, BotMessage correction)
    {
        Assert.StartsWith(TelegramHtml.Parse(PrivateTexts.In("en").Corrected).Text, correction.Text, StringComparison.Ordinal);
        Assert.Contains("1987", correction.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Id, correction.ReplyTo);
        Assert.Null(correction.Receiver);
    }

    private async Task AssertNothingMoreAsync(FakeGroup group)
    {
        await WaitForRoundAsync();
        Assert.False(Telegram.HasReply(group));
    }

    // Long enough for the next round.
    private async Task WaitForRoundAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(6));
        await Task.Delay(500, TestContext.Current.CancellationToken);
    }
}
