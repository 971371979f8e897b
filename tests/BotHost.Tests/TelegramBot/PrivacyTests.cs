using System.Text;
using System.Text.Json.Nodes;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot;

public class PrivacyTests : BotTest
{
    [Fact]
    public async Task No_name_and_no_one_elses_id_reaches_the_disk_or_the_logs()
    {
        var bot = await StartBotAsync();
        // What is received stays in the inbox, with all that is kept of it.
        BotApplication.Execute(Folder, "create trigger fail before insert on outbox begin select raise(abort, 'no'); end");
        JsonObject[] origins =
            [Origins.User, Origins.HiddenUser, Origins.Group, Origins.PrivateChannel, Origins.PublicChannel("some_channel", 17)];
        foreach (var origin in origins)
            await Telegram.ForwardAsync(FakeChat.New(), Sample.Known, origin);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "inbox", "attempts > 0") == origins.Length, "all were tried");

        var disk = ReadDisk();
        var log = string.Join('\n', bot.Log.Lines);
        Assert.Contains("@some_channel/17", disk, StringComparison.Ordinal);
        string[] secrets =
        [
            Origins.Name, Origins.UserName, Origins.GroupTitle, Origins.Signature, $"{Origins.UserId}", $"{Origins.PrivateChannelId}",
            Chat.FirstName, Chat.UserName,
        ];
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, disk, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Sample.Known, log, StringComparison.Ordinal);
        Assert.DoesNotContain("some_channel", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answered_message_leaves_numbers_only()
    {
        await StartBotAsync();
        await Telegram.SendTextAsync(Chat, Sample.Unknown);
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "it was noted as sent");

        Clock.Advance(TimeSpan.FromMinutes(11));

        await Eventually.TrueAsync(() => !ReadDisk().Contains("violin", StringComparison.Ordinal), "the words were wiped");
        Assert.Equal(1, BotApplication.Count(Folder, "answers", "claim_id is null and fingerprint is null and reasons is null"));
        Assert.Equal(1, BotApplication.Count(Folder, "handled_updates", "album is null"));
        Assert.Equal(0, BotApplication.Count(Folder, "inbox") + BotApplication.Count(Folder, "outbox"));
    }

    [Fact]
    public async Task After_48_hours_only_the_answer_is_remembered_and_after_30_days_nothing()
    {
        var bot = await StartBotAsync();
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Telegram.NextReplyAsync(Chat);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox") == 0, "it was noted as sent");
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(60 * 60 * 24 * 7));
        await Telegram.SendTextAsync(Chat, Sample.Unknown);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts > 0") == 1, "the second reply has to wait");

        Clock.Advance(TimeSpan.FromHours(47));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(2, BotApplication.Count(Folder, "handled_updates"));
        Clock.Advance(TimeSpan.FromHours(1.5));

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "handled_updates") + BotApplication.Count(Folder, "outbox") == 0, "all was deleted");
        Assert.Equal(1, BotApplication.Count(Folder, "answers"));
        Clock.Advance(TimeSpan.FromDays(28.5));
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "answers") == 0, "the answer was forgotten");
        Assert.Equal(1, (await bot.CountersAsync())["expired"]);
    }

    private string ReadDisk() => string.Concat(Directory.GetFiles(Folder).Select(ReadShared));

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
