using BotHost.Store.Groups;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Groups;

public class GroupMoveTests : GroupTest
{
    [Fact]
    public async Task Settings_and_history_follow_a_group_that_becomes_a_supergroup()
    {
        Telegram.IsPrivacyModeOff = true;
        var group = new FakeGroup(isSuper: false);
        var bot = await StartInAsync(group, old => old with { Mode = GroupMode.Automatic, Language = "ru" });
        Forward(group, Sample.Known);
        await Telegram.NextReplyAsync(group);

        var super = Telegram.Upgrade(group, Admin);

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "groups", $"chat_id = {super.Id}") == 1, "the settings have moved");
        var settings = (await bot.Services.GetRequiredService<GroupStore>().FindAsync(super.Id))!;
        Assert.Equal((GroupMode.Automatic, "ru"), (settings.Mode, settings.Language));
        Forward(super, Sample.Known);
        Telegram.SendText(super, Member, "/check");
        Assert.Contains("/check@", (await Telegram.NextReplyAsync(super)).Text, StringComparison.Ordinal); // and no second answer before it
        Assert.Equal(0, BotApplication.Count(Folder, "groups", $"chat_id = {group.Id}"));
        Assert.Equal(0, BotApplication.Count(Folder, "group_answers", $"chat_id = {group.Id}"));
    }

    [Fact]
    public async Task Calls_that_wait_follow_the_id_that_a_refusal_names()
    {
        var group = new FakeGroup(isSuper: false);
        await StartInAsync(group, old => old with { Language = "uk" });
        var post = Telegram.SendText(group, Member, Sample.Known);
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(30));
        Telegram.SendText(group, Member, "/check", replyTo: post);
        Telegram.SendText(group, Member, "/check");
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 2, "two replies wait");

        var super = Telegram.Upgrade(group, Admin, isTold: false);
        Clock.Advance(TimeSpan.FromSeconds(31));

        var (first, second) = (await Telegram.NextReplyAsync(super), await Telegram.NextReplyAsync(super));
        Assert.Contains("20%", first.Text, StringComparison.Ordinal);
        Assert.Null(first.ReplyTo); // messages are numbered anew there
        Assert.Contains("/check@", second.Text, StringComparison.Ordinal);
        Assert.Single(Telegram.Refusals);
        Assert.Equal(1, BotApplication.Count(Folder, "groups", $"chat_id = {super.Id} and language = 'uk'"));
    }

    [Fact]
    public async Task Being_told_twice_and_in_either_order_changes_nothing()
    {
        var group = new FakeGroup(isSuper: false);
        await StartInAsync(group, old => old with { Mode = GroupMode.Silent });
        var super = Telegram.Upgrade(group, Admin);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "handled_updates") == 3, "both were handled");

        Telegram.Arrive("message", $"chat {super.Id}", Telegram.MessageOf(super, Admin, new() { ["migrate_from_chat_id"] = group.Id }));
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "handled_updates") == 4, "so was the repeat");

        Assert.Equal(1, BotApplication.Count(Folder, "groups", $"chat_id = {super.Id} and mode = 'silent'"));
        Assert.Equal(1, BotApplication.Count(Folder, "groups"));
    }
}
