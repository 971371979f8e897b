using BotHost.Store.Groups;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
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

        var reply = (await ForgetAsync("/forget")).Text;

        Assert.Contains(Texts.ForgottenSettings, reply, StringComparison.Ordinal);
        Assert.Contains(Texts.ForgottenAnswers.Replace("{count}", "1", StringComparison.Ordinal), reply, StringComparison.Ordinal);
        Assert.Contains(Texts.ForgottenMessages.Replace("{count}", "1", StringComparison.Ordinal), reply, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            () => BotApplication.Count(Folder, "outbox") + BotApplication.Count(Folder, "inbox", "state = 'waiting'") == 0,
            "all was said");
        Assert.All([Group.Id, Admin.Id, Member.Id], id => Assert.Empty(BotApplication.ColumnsWith(Folder, id)));
    }

    [Fact]
    public async Task Who_is_no_administrator_makes_it_forget_nothing()
    {
        var bot = await StartInGroupAsync(old => old with { CoolDownHours = 24 });

        Telegram.SendText(Group, Member, "/forget");

        Assert.Equal(Texts.OnlyAdministrators, (await Telegram.NextReplyAsync(Group)).Text);
        Telegram.SendText(Group, Admin, "/forget");
        Telegram.Press(Group, Member, await Telegram.NextReplyAsync(Group), Texts.ForgetYes);
        Assert.Equal(Texts.OnlyAdministrators, await Telegram.NextNoticeAsync());
        Assert.Equal(24, (await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id))!.CoolDownHours);
    }

    [Fact]
    public async Task A_command_that_may_be_meant_for_another_bot_asks_first_and_no_deletes_nothing()
    {
        var bot = await StartInGroupAsync(old => old with { CoolDownHours = 24 });

        Telegram.SendText(Group, Admin, "/forget");

        var question = await Telegram.NextReplyAsync(Group);
        Assert.Equal(Words(Texts.ForgetAsked), question.Text);
        Assert.Equal([Texts.ForgetYes, Texts.ForgetNo], question.Buttons.Select(button => button.Label));
        Telegram.Press(Group, Admin, question, Texts.ForgetNo);
        Assert.Equal(Texts.ForgetKept, (await Telegram.NextReplyAsync(Group)).Text);
        Assert.Equal(24, (await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id))!.CoolDownHours);
    }

    [Fact]
    public async Task A_command_that_nobody_else_saw_is_asked_about_and_obeyed_likewise()
    {
        await StartInGroupAsync(status: "administrator");
        Telegram.SendEphemeralCommand(Group, Admin, "/forget");
        var question = await Telegram.NextReplyAsync(Group);
        Assert.Equal(Admin.Id, question.Receiver);

        Telegram.Press(Group, Admin, question, Texts.ForgetYes);

        var reply = await Telegram.NextReplyAsync(Group);
        Assert.Equal((question.Id, Admin.Id), (reply.Id, reply.Receiver));
        Assert.StartsWith(Words(Texts.Forgotten), reply.Text, StringComparison.Ordinal);
        Assert.Equal(0, BotApplication.Count(Folder, "groups"));
    }

    [Fact]
    public async Task Once_forgotten_it_answers_as_at_first_and_finds_out_anew_how_it_stands()
    {
        var bot = await StartInGroupAsync(old => old with { Mode = GroupMode.Silent }, status: "administrator");
        await ForgetAsync($"/forget@{Telegram.BotName}");

        Telegram.SendText(Group, Member, $"/check {Sample.Known}");
        Assert.Contains("20%", (await Telegram.NextReplyAsync(Group)).Text, StringComparison.Ordinal);
        Telegram.SendText(Group, Admin, "/settings");
        Telegram.Press(Group, Admin, await Telegram.NextReplyAsync(Group), $"{Texts.Mode}: {Texts.ModeOnRequest}");
        Telegram.Press(Group, Admin, await Telegram.NextReplyAsync(Group), Texts.ModeAutomatic);

        Assert.Equal(Words(Texts.Settings), (await Telegram.NextReplyAsync(Group)).Text);
        var settings = await bot.Services.GetRequiredService<GroupStore>().FindAsync(Group.Id);
        Assert.Equal((GroupMode.Automatic, BotHost.Store.Updates.GroupStanding.Administrator), (settings!.Mode, settings.Standing));
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

    private async Task<BotMessage> ForgetAsync(string command)
    {
        Telegram.SendText(Group, Admin, command);
        Telegram.Press(Group, Admin, await Telegram.NextReplyAsync(Group), Texts.ForgetYes);
        return await Telegram.NextReplyAsync(Group);
    }
}
