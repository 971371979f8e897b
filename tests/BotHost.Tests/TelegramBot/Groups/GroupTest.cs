using System.Text.Json.Nodes;
using BotHost.Store.Groups;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Groups;

/// <summary>A test in a group with an administrator and a member.</summary>
public abstract class GroupTest(double speed = 20) : BotTest(speed)
{
    private protected static readonly GroupTexts Texts = GroupTexts.In("en");

    protected FakeGroup Group { get; } = new();

    protected FakeChat Admin { get; } = FakeChat.New();

    protected FakeChat Member { get; } = FakeChat.New();

    /// <summary>Starts the bot in the group, with these settings, after its greeting.</summary>
    protected Task<BotApplication> StartInGroupAsync(Func<GroupSettings, GroupSettings>? settings = null, string status = "member") =>
        StartInAsync(Group, settings, status);

    protected async Task<BotApplication> StartInAsync(
        FakeGroup group, Func<GroupSettings, GroupSettings>? settings = null, string status = "member", string? knowledge = null)
    {
        var bot = await StartBotAsync(knowledge: knowledge);
        group.Administrators.Add(Admin.Id);
        Telegram.SetStatus(group, Admin, status);
        await Telegram.NextReplyAsync(group);
        if (settings is not null)
            await bot.Services.GetRequiredService<GroupStore>().ChangeAsync(group.Id, settings);
        return bot;
    }

    protected Task<BotApplication> StartAutomaticAsync(Func<GroupSettings, GroupSettings>? settings = null)
    {
        Telegram.IsPrivacyModeOff = true;
        return StartInGroupAsync(old => (settings ?? (same => same))(old with { Mode = GroupMode.Automatic }));
    }

    protected int Forward(FakeGroup group, string text, JsonObject? more = null)
    {
        var content = new JsonObject { ["text"] = text, ["forward_origin"] = Origins.PublicChannel("some_channel", 17) };
        foreach (var (name, value) in more ?? [])
            content[name] = value?.DeepClone();
        return Telegram.Send(group, Member, content);
    }

    /// <summary>All that came before was handled, and the bot said nothing to it.</summary>
    protected async Task AssertNothingSaidAsync(FakeGroup? group = null, int? topic = null)
    {
        Telegram.SendText(group ?? Group, Admin, "/settings", topic: topic);
        Assert.StartsWith(Words(Texts.Settings), (await Telegram.NextReplyAsync(group ?? Group)).Text, StringComparison.Ordinal);
    }

    /// <summary>Lets time pass when nothing is under way: a call that it passes in would be given up and made again.</summary>
    protected async Task AdvanceAsync(TimeSpan time)
    {
        await Eventually.TrueAsync(
            () => BotApplication.Count(Folder, "outbox") + BotApplication.Count(Folder, "inbox", "state = 'waiting'") == 0,
            "all was said");
        Clock.Advance(time);
    }

    protected string Words(string html) => TelegramHtml.Parse(GroupTexts.Naming(html, Telegram.BotName)).Text;

    protected static string FirstLine(string text) => text.Split('\n')[0];
}
