using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Groups;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Groups;

public class GroupForgetTests : GroupTest
{
    [Fact]
    public async Task Forget_says_what_was_held_and_leaves_no_trace_of_the_group_or_its_people_in_any_table()
    {
        await StartAutomaticAsync(old => old with { Topics = [0], CoolDownHours = 24 });
        Forward(Group, Sample.Known);
        await Telegram.NextReplyAsync(Group);
        var post = Telegram.SendText(Group, Member, Sample.Unknown);
        Telegram.SendText(Group, Member, "/check", replyTo: post);
        await Telegram.NextReplyAsync(Group);
        Assert.NotEmpty(BotApplication.ColumnsWith(Folder, Group.Id));

        Telegram.SendText(Group, Admin, "/forget");

        var reply = (await Telegram.NextReplyAsync(Group)).Text;
        Assert.Contains(Texts.ForgottenSettings, reply, StringComparison.Ordinal);
        Assert.Contains(Texts.ForgottenAnswers.Replace("{count}", "1", StringComparison.Ordinal), reply, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            () => BotApplication.Count(Folder, "outbox", "state = 'waiting'") + BotApplication.Count(Folder, "inbox", "state = 'waiting'") == 0,
            "all was said");
        Assert.All([Group.Id, Admin.Id, Member.Id], id => Assert.Empty(BotApplication.ColumnsWith(Folder, id)));
    }

    [Fact]
    public async Task Who_is_no_administrator_makes_it_forget_nothing()
    {
        var bot = await StartInGroupAsync(old => old with { CoolDownHours = 24 });

        Telegram.SendText(Group, Member, "/forget");

        Assert.Equal(Texts.OnlyAdministrators, (await Telegram.NextReplyAsync(Group)).Text);
        Assert.Equal(24, (await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id))!.CoolDownHours);
    }

    [Fact]
    public async Task Once_forgotten_it_answers_as_at_first_and_finds_out_anew_how_it_stands()
    {
        var bot = await StartInGroupAsync(old => old with { Mode = GroupMode.Silent }, status: "administrator");
        Telegram.SendText(Group, Admin, "/forget");
        await Telegram.NextReplyAsync(Group);

        Telegram.SendText(Group, Member, $"/check {Sample.Known}");
        Assert.Contains("20%", (await Telegram.NextReplyAsync(Group)).Text, StringComparison.Ordinal);
        Telegram.SendText(Group, Admin, "/settings");
        Telegram.Press(Group, Admin, await Telegram.NextReplyAsync(Group), $"{Texts.Mode}: {Texts.ModeOnRequest}");
        Telegram.Press(Group, Admin, await Telegram.NextReplyAsync(Group), Texts.ModeAutomatic);

        Assert.Equal(Words(Texts.Settings), (await Telegram.NextReplyAsync(Group)).Text);
        var settings = await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id);
        Assert.Equal((GroupMode.Automatic, FactChecking.Intake.GroupStanding.Administrator), (settings!.Mode, settings.Standing));
    }

    [Fact]
    public async Task The_language_is_chosen_by_an_administrator_and_by_nobody_else()
    {
        var bot = await StartInGroupAsync();
        Telegram.SendText(Group, Member, "/language");
        Assert.Equal(Texts.OnlyAdministrators, (await Telegram.NextReplyAsync(Group)).Text);

        Telegram.SendText(Group, Admin, "/language");
        var menu = await Telegram.NextReplyAsync(Group);
        Assert.Equal(Words(Texts.LanguageHint), menu.Text);
        Telegram.Press(Group, Admin, menu, BotTexts.In("uk").OwnName);

        Assert.Equal(Words(GroupTexts.In("uk").Settings), (await Telegram.NextReplyAsync(Group)).Text);
        Assert.Equal("uk", (await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id))!.Language);
    }
}
