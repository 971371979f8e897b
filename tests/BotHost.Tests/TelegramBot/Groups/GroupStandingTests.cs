using BotHost.Store.Groups;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Groups;

public class GroupStandingTests : GroupTest
{
    [Theory]
    [InlineData("member", false, true)]
    [InlineData("administrator", false, false)]
    [InlineData("member", true, false)]
    public async Task Added_to_a_group_it_says_what_it_does_and_whether_it_is_blind(string status, bool isPrivacyModeOff, bool isBlind)
    {
        await StartBotAsync();
        Telegram.IsPrivacyModeOff = isPrivacyModeOff;

        Telegram.SetStatus(Group, Admin, status);

        var greeting = (await Telegram.NextReplyAsync(Group)).Text;
        Assert.Equal(Words($"{Texts.Greeting}\n\n{(isBlind ? Texts.GreetingBlind : Texts.GreetingSees)}"), greeting);
        Assert.Contains($"/settings@{Telegram.BotName}", greeting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_greets_once_whatever_rights_it_gets_later()
    {
        await StartInGroupAsync();

        Telegram.SetStatus(Group, Admin, "administrator");
        Telegram.SetStatus(Group, Admin, "member");

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task Demoted_it_says_so_where_that_leaves_it_blind_to_what_it_is_to_answer()
    {
        await StartInGroupAsync(old => old with { Mode = GroupMode.Automatic }, status: "administrator");

        Telegram.SetStatus(Group, Admin, "member");

        Assert.Equal(Words(Texts.NowBlind), (await Telegram.NextReplyAsync(Group)).Text);
    }

    [Fact]
    public async Task Removed_it_forgets_the_group_and_says_nothing()
    {
        await StartInGroupAsync(old => old with { Mode = GroupMode.Automatic, Topics = [3] });

        Telegram.SetStatus(Group, Admin, "kicked");

        await Eventually.TrueAsync(
            () => BotApplication.Count(Folder, "groups") + BotApplication.Count(Folder, "group_topics") == 0, "the group was forgotten");
        Assert.False(Telegram.HasReply(Group));
        Assert.Empty(Telegram.Refusals);
    }

    [Fact]
    public async Task What_is_refused_for_one_person_does_not_take_along_what_waits_for_the_group()
    {
        await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, Sample.Known);
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(60), Fault.Error(403, "Forbidden: bot can't initiate conversation with a user"));
        Telegram.SendText(Group, Member, "/check", replyTo: post);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts = 1") == 1, "the first waits");
        var second = Telegram.SendText(Group, Member, "/help");
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 2, "the second waits behind it");

        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(second, (await Telegram.NextReplyAsync(Group)).ReplyTo);
    }

    [Fact]
    public async Task Muted_it_does_not_even_try_and_unmuted_it_answers_again()
    {
        await StartInGroupAsync();
        Telegram.SetStatus(Group, Admin, "restricted");
        var asked = Telegram.SendText(Group, Member, Sample.Known);
        Telegram.SendText(Group, Member, "/check", replyTo: asked);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "handled_updates") == 3, "the command was handled");

        Telegram.SetStatus(Group, Admin, "member");

        await AssertNothingSaidAsync();
        Assert.Empty(Telegram.Refusals);
    }

    [Fact]
    public async Task Where_the_whole_group_is_muted_it_tries_once_an_hour()
    {
        await StartInGroupAsync();
        Group.IsMuted = true;
        var asked = Telegram.SendText(Group, Member, Sample.Known);

        Telegram.SendText(Group, Member, "/check", replyTo: asked);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "groups", "muted_until is not null") == 1, "that was noted");
        Telegram.SendText(Group, Member, "/check", replyTo: asked);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "handled_updates") == 3, "both were handled");
        Assert.Single(Telegram.Refusals);

        Group.IsMuted = false;
        await AdvanceAsync(TimeSpan.FromHours(1.5));
        await AssertNothingSaidAsync();
    }
}
