using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Groups;

public sealed class TranscriptTests : GroupTest
{
    private const string Polls = "Only 20% of Ukrainians want to join NATO, polls say!!";
    private const string Laboratories = "Пентагон признал: на Украине было 46 биолабораторий США!";

    [Fact]
    public async Task The_conversation_in_the_README_is_what_the_bot_says()
    {
        await StartBotAsync();
        Group.Administrators.Add(Admin.Id);

        Telegram.SetStatus(Group, Admin, "member");
        var greeting = await Telegram.NextReplyAsync(Group);
        var polls = Telegram.SendText(Group, Member, Polls);
        Telegram.SendText(Group, Admin, "/check", replyTo: polls);
        var asked = await Telegram.NextReplyAsync(Group);
        Telegram.SetStatus(Group, Admin, "administrator");
        await SetToAutomaticAsync();
        Forward(Group, Laboratories);
        var automatic = await Telegram.NextReplyAsync(Group);
        Telegram.SendText(Group, Member, "/check", replyTo: Telegram.SendText(Group, Member, Sample.Unknown));
        var unseen = await Telegram.NextReplyAsync(Group);

        Assert.Equal((polls, Member.Id), (asked.ReplyTo, unseen.Receiver));
        string[] turns =
        [
            $"Bot:\n{greeting.Text}",
            $"Marko:\n{Polls}",
            $"Olena, in a reply to Marko:\n/check",
            $"Bot, in a reply to Marko:\n{asked.Text}",
            $"Olena: /settings → [{Texts.Mode}: {Texts.ModeOnRequest}] → [{Texts.ModeAutomatic}]",
            $"Marko forwards a post:\n{Laboratories}",
            $"Bot, in a reply to the post:\n{automatic.Text}\n  [{Assert.Single(automatic.Buttons).Label}]",
            $"Marko, in a reply to “{Sample.Unknown}”:\n/check",
            $"Bot, seen by Marko only:\n{unseen.Text}",
        ];
        Assert.Equal(string.Join("\n\n", turns), TranscriptIn(await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken)));
    }

    private async Task SetToAutomaticAsync()
    {
        Telegram.SendText(Group, Admin, "/settings");
        Telegram.Press(Group, Admin, await Telegram.NextReplyAsync(Group), $"{Texts.Mode}: {Texts.ModeOnRequest}");
        Telegram.Press(Group, Admin, await Telegram.NextReplyAsync(Group), Texts.ModeAutomatic);
        await Telegram.NextReplyAsync(Group);
    }

    private static string TranscriptIn(string page)
    {
        const string Begin = "```text\n";
        var start = page.IndexOf($"{Begin}Bot:", StringComparison.Ordinal) + Begin.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
