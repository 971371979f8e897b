using BotHost.Operations;
using BotHost.Tests.Support;
using FactChecking.Knowledge;
using FactChecking.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotHost.Tests.Operations;

public class HealthTests : BotTest
{
    [Fact]
    public async Task A_bot_that_can_work_is_ready_and_names_its_parts()
    {
        var bot = await StartBotAsync();

        var (isReady, parts) = await bot.ReadinessAsync();

        Assert.True(isReady);
        Assert.Equal(["database", "knowledge", "telegram"], parts.AsObject().Select(part => part.Key).Order());
        Assert.All(parts.AsObject(), part => Assert.Equal("ok", (string?)part.Value));
    }

    [Fact]
    public async Task A_refused_token_is_said_and_forgotten_when_it_is_taken_again()
    {
        Telegram.FailNext("getUpdates", Fault.Error(401, "Unauthorized"));
        var bot = await StartBotAsync();
        await Eventually.TrueAsync(() => bot.Log.Lines.Any(line => line.Contains("refuses the token", StringComparison.Ordinal)), "it was refused");

        var (isReady, parts) = await bot.ReadinessAsync();
        Assert.False(isReady);
        Assert.Equal("Telegram refuses the token.", (string?)parts["telegram"]);
        Assert.DoesNotContain(Telegram.Token.Split(':')[1], parts.ToJsonString(), StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromMinutes(2));
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        Assert.True((await bot.ReadinessAsync()).IsReady);
    }

    [Fact]
    public async Task Telegram_out_of_reach_for_minutes_is_said()
    {
        Telegram.FailNext("getUpdates", [.. Enumerable.Repeat(Fault.Reset, 500)]);
        var bot = await StartBotAsync();
        Assert.True((await bot.ReadinessAsync()).IsReady);

        Clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal("Telegram is not reached.", (string?)(await bot.ReadinessAsync()).Parts["telegram"]);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_said_and_recovers()
    {
        var bot = await StartBotAsync();
        BotApplication.Execute(Folder, "create trigger fail before insert on write_probe begin select raise(abort, 'no'); end");

        Assert.StartsWith("The database cannot be written", (string?)(await bot.ReadinessAsync()).Parts["database"], StringComparison.Ordinal);

        BotApplication.Execute(Folder, "drop trigger fail");
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        Assert.True((await bot.ReadinessAsync()).IsReady);
    }

    [Fact]
    public async Task Without_records_to_answer_from_it_is_not_ready_until_there_are_some()
    {
        var file = Path.Combine(Folder, "none-yet.db");
        using var knowledge = new KnowledgeBase(new SqliteFile(file));
        var health = new KnowledgeHealth(knowledge);
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status);

        File.Copy(await TestKnowledge.FileAsync(), file);

        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status);
    }
}
