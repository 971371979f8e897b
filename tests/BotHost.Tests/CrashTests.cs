using System.Diagnostics;
using BotHost.Tests.Support;

namespace BotHost.Tests;

/// <summary>The built program, killed again and again while it works.</summary>
[Trait("Category", "Crash")]
[Collection(nameof(Alone))]
public sealed class CrashTests : IAsyncLifetime
{
    private const int Kills = 24;
    private const int Updates = 2000;
    private const int Chats = 200;
    private const int MaxConcurrent = 16;

    private readonly FastClock _clock = new(1);
    private readonly string _folder = BotApplication.NewFolder();
    private FakeTelegram _telegram = null!; // set before each test

    public async ValueTask InitializeAsync() => _telegram = await FakeTelegram.StartAsync(_clock);

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _clock.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(20261124)]
    public async Task Killed_at_any_moment_the_bot_answers_each_message_in_order_and_repeats_no_more_than_it_sends_at_a_time(int seed)
    {
#pragma warning disable CA5394 // chance that can be repeated
        var random = new Random(seed);
        _telegram.AnswerDelay = () => TimeSpan.FromMilliseconds(Random.Shared.Next(15));
        var knowledge = await TestKnowledge.FileAsync();
        var chats = Enumerable.Range(0, Chats).Select(_ => FakeChat.New()).ToList();
        var asked = chats.ToDictionary(chat => chat.Id, _ => new List<int>());

        for (var round = 0; round <= Kills; round++)
        {
            // Each of its lives has a token of its own, and what it sends tells by that which one sent it.
            _telegram.RenewToken();
            using var program = BuiltProgram.Start(_telegram, _folder, knowledge, new Dictionary<string, string>
            {
                ["Sending__PerSecond"] = "500",
                ["Sending__MaxConcurrent"] = $"{MaxConcurrent}",
            });
            for (var i = round * Updates / (Kills + 1); i < (round + 1) * Updates / (Kills + 1); i++)
            {
                var chat = chats[random.Next(Chats)];
                asked[chat.Id].Add(await _telegram.SendTextAsync(chat, i % 3 == 0 ? Sample.Known : i % 3 == 1 ? Sample.Unknown : "/start"));
            }

            if (round < Kills)
                await KillAsync(program, random);
            else
                await FinishAsync(program, asked);
        }
#pragma warning restore CA5394

        var answers = _telegram.Deliveries;
        foreach (var chat in chats)
            Assert.Equal(asked[chat.Id], answers.Where(answer => answer.Chat == chat.Id).Select(answer => answer.ReplyTo!.Value).Distinct());

        var repeats = RepeatsOf(answers).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Kills} kills, {answers.Count} messages for {Updates} updates, {repeats.Count} repeats");
        // Only what it had sent, and had not yet noted as sent when it was killed, is sent again.
        Assert.All(repeats, repeat => Assert.NotEqual(repeat.Before.Token, repeat.Again.Token));
        Assert.All(repeats.GroupBy(repeat => repeat.Before.Token), life => Assert.InRange(life.Count(), 0, MaxConcurrent));
    }

    // Now and then while it starts; else soon after it has begun to ask for updates.
    private async Task KillAsync(Process program, Random random)
    {
#pragma warning disable CA5394
        if (random.Next(6) == 0)
        {
            await Task.Delay(random.Next(900));
        }
        else
        {
            var before = _telegram.Deliveries.Count;
            var waitForSending = random.Next(2) == 0;
            await Eventually.TrueAsync(
                () => waitForSending ? _telegram.Deliveries.Count > before : _telegram.IsPolled, "the program works", TimeSpan.FromSeconds(60));
            await Task.Delay(random.Next(300));
        }
#pragma warning restore CA5394

        program.Kill(entireProcessTree: true); // SIGKILL: it has no chance to do anything
        await program.WaitForExitAsync();
    }

    private async Task FinishAsync(Process program, Dictionary<long, List<int>> asked)
    {
        var all = asked.Values.Sum(messages => messages.Count);
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(200))
        {
            if (_telegram.Deliveries.Select(answer => (answer.Chat, answer.ReplyTo)).Distinct().Count() >= all)
                break;
        }

        await Task.Delay(500);
        program.Kill(entireProcessTree: true);
        await program.WaitForExitAsync();
    }

    private static IEnumerable<(Delivery Before, Delivery Again)> RepeatsOf(IReadOnlyList<Delivery> answers) => answers
        .GroupBy(answer => (answer.Chat, answer.ReplyTo))
        .SelectMany(group => group.Zip(group.Skip(1)));
}
