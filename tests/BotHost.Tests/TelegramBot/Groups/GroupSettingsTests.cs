using BotHost.Store.Groups;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Groups;

public class GroupSettingsTests : GroupTest
{
    [Fact]
    public async Task Everything_can_be_set_with_buttons()
    {
        var forum = new FakeGroup { IsForum = true };
        var bot = await StartInAsync(forum);
        Telegram.SendText(forum, Admin, "/settings", topic: 9);
        var menu = await Telegram.NextReplyAsync(forum);
        Assert.Equal(6, menu.Buttons.Count);

        menu = await ChooseAsync(forum, menu, Texts.Level, Texts.LevelStrict);
        menu = await ChooseAsync(forum, menu, Texts.CoolDown, $"24 {Texts.HoursShort}");
        menu = await ChooseAsync(forum, menu, Texts.Quiet, "22:00–07:00");
        menu = await ChooseAsync(forum, menu, Texts.Topics, Texts.TopicThis);
        menu = await ChooseAsync(forum, menu, Texts.Mode, Texts.ModeExact);
        await ChooseAsync(forum, menu, Texts.Language, BotTexts.In("zh-Hant").OwnName);

        var settings = (await bot.Services.GetRequiredService<GroupStore>().FindAsync(forum.Id))!;
        Assert.Equal((GroupMode.Exact, "zh-Hant", Sureness.Strict, 24), (settings.Mode, settings.Language, settings.Sureness, settings.CoolDownHours));
        Assert.Equal(new QuietHours(22, 7), settings.Quiet);
        Assert.Equal([9], settings.Topics);
    }

    [Fact]
    public async Task The_clock_of_the_group_is_moved_by_the_hour()
    {
        var bot = await StartInGroupAsync();
        Telegram.SendText(Group, Admin, "/settings");
        var menu = await PressAsync(Group, await Telegram.NextReplyAsync(Group), Texts.Quiet);

        menu = await PressAsync(Group, menu, Texts.ClockNow, last: true);
        await PressAsync(Group, menu, Texts.ClockNow, last: true);

        Assert.Equal(2, (await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id))!.UtcOffset);
    }

    [Fact]
    public async Task An_automatic_mode_that_privacy_mode_keeps_blind_says_how_to_mend_it()
    {
        await StartInGroupAsync();
        Telegram.SendText(Group, Admin, "/settings");

        var menu = await ChooseAsync(Group, await Telegram.NextReplyAsync(Group), Texts.Mode, Texts.ModeAutomatic);

        Assert.EndsWith(Words(Texts.GreetingBlind), menu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_administrator_gets_no_menu_and_changes_nothing()
    {
        var bot = await StartInGroupAsync();
        Telegram.SendText(Group, Member, "/settings");
        Assert.Equal(Texts.OnlyAdministrators, (await Telegram.NextReplyAsync(Group)).Text);
        Telegram.SendText(Group, Admin, "/settings");
        var menu = await PressAsync(Group, await Telegram.NextReplyAsync(Group), Texts.Mode);

        Telegram.Press(Group, Member, menu, Texts.ModeAutomatic);

        Assert.Equal(Texts.OnlyAdministrators, await Telegram.NextNoticeAsync());
        Assert.Equal(GroupMode.OnRequest, (await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id))!.Mode);
    }

    [Fact]
    public async Task Telegram_is_asked_at_the_press_and_not_again_for_a_short_while()
    {
        await StartInGroupAsync();
        Telegram.SendText(Group, Admin, "/settings");
        var menu = await Telegram.NextReplyAsync(Group);
        menu = await PressAsync(Group, menu, Texts.Mode);
        Assert.Single(Telegram.Calls, call => call.Method == "getChatMember");

        Group.Administrators.Clear();
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        Telegram.Press(Group, Admin, menu, Texts.ModeAutomatic);

        Assert.Equal(Texts.OnlyAdministrators, await Telegram.NextNoticeAsync());
    }

    [Fact]
    public async Task An_anonymous_administrator_is_one()
    {
        await StartInGroupAsync();

        Telegram.Send(Group, Admin, FakeTelegram.Anonymously(Group, new() { ["text"] = "/settings" }));

        Assert.Equal(6, (await Telegram.NextReplyAsync(Group)).Buttons.Count);
        Assert.DoesNotContain(Telegram.Calls, call => call.Method == "getChatMember");
    }

    [Fact]
    public async Task A_menu_works_after_a_restart()
    {
        var before = await StartInGroupAsync();
        Telegram.SendText(Group, Admin, "/settings");
        var menu = await Telegram.NextReplyAsync(Group);
        await StopAsync(before);
        await StartBotAsync();

        menu = await ChooseAsync(Group, menu, Texts.Mode, Texts.ModeSilent);

        Assert.Contains($"{Texts.Mode}: {Texts.ModeSilent}", menu.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task Members_and_administrators_have_menus_of_commands_of_their_own()
    {
        await StartBotAsync();
        await Telegram.CalledAsync("setMyCommands", 12);

        Assert.Equal(["check", "help", "privacy"], Telegram.CommandsIn("all_group_chats uk").Select(command => (string)command!["command"]!));
        Assert.Equal(["check", "settings", "language", "help", "privacy", "forget"], Telegram.CommandsIn("all_chat_administrators ").Select(command => (string)command!["command"]!));
        Assert.Equal(GroupTexts.In("uk").MenuCheck, (string?)Telegram.CommandsIn("all_group_chats uk")[0]!["description"]);
    }

    private async Task<BotMessage> ChooseAsync(FakeGroup group, BotMessage menu, string page, string value) =>
        await PressAsync(group, await PressAsync(group, menu, page), value);

    private async Task<BotMessage> PressAsync(FakeGroup group, BotMessage menu, string begin, bool last = false)
    {
        var labels = menu.Buttons.Select(button => button.Label).Where(label => label.StartsWith(begin, StringComparison.Ordinal)).ToList();
        Telegram.Press(group, Admin, menu, last ? labels[^1] : labels[0]);
        return await Telegram.NextReplyAsync(group);
    }
}
