using BotHost.TelegramBot.Sending;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BotHost.Tests.TelegramBot.Sending;

public class SendingPaceTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SendingPace _pace;

    public SendingPaceTests() => _pace = new SendingPace(Options.Create(new SendingOptions()), _clock);

    [Fact]
    public void A_chat_gets_a_short_burst_and_then_one_message_a_second()
    {
        var sent = SendFor(TimeSpan.FromSeconds(60), chat: 1);

        Assert.InRange(sent.Count, 60, 63);
        Assert.All(Windows(sent, TimeSpan.FromSeconds(3)), count => Assert.InRange(count, 1, 3));
    }

    [Fact]
    public void A_group_gets_twenty_messages_in_any_minute()
    {
        var sent = SendFor(TimeSpan.FromMinutes(5), chat: -100);

        Assert.InRange(sent.Count, 100, 101);
        Assert.All(Windows(sent, TimeSpan.FromMinutes(1)), count => Assert.InRange(count, 1, 20));
    }

    [Fact]
    public async Task All_chats_together_get_thirty_messages_in_any_second()
    {
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < 100; i++)
        {
            var turn = _pace.WaitForTurnAsync(TestContext.Current.CancellationToken);
            while (!turn.IsCompleted)
                _clock.Advance(TimeSpan.FromMilliseconds(10));
            await turn;
            sent.Add(_clock.GetUtcNow());
        }

        Assert.All(Windows(sent, TimeSpan.FromSeconds(1)), count => Assert.InRange(count, 1, 30));
        Assert.InRange(sent[^1] - sent[0], TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));
    }

    [Fact]
    public void One_chat_that_is_flooded_pauses_no_other_and_many_at_once_pause_all()
    {
        for (var i = 0; i < 20; i++)
            Assert.Null(_pace.PauseAfterFlood(1, TimeSpan.FromHours(2)));
        Assert.Null(_pace.PauseAfterFlood(2, TimeSpan.FromSeconds(30)));
        Assert.Null(_pace.PauseAfterFlood(3, TimeSpan.FromSeconds(30)));
        Assert.Null(_pace.PauseAfterFlood(4, TimeSpan.FromSeconds(30)));

        Assert.Equal(TimeSpan.FromSeconds(30), _pace.PauseAfterFlood(5, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Floods_of_chats_one_after_the_other_pause_nothing()
    {
        for (var chat = 1; chat <= 20; chat++)
        {
            Assert.Null(_pace.PauseAfterFlood(chat, TimeSpan.FromSeconds(30)));
            _clock.Advance(TimeSpan.FromSeconds(3));
        }
    }

    private List<DateTimeOffset> SendFor(TimeSpan time, long chat)
    {
        var (sent, end) = (new List<DateTimeOffset>(), _clock.GetUtcNow() + time);
        while (_clock.GetUtcNow() < end)
        {
            sent.Add(_clock.GetUtcNow());
            _clock.Advance(_pace.RestAfter(chat));
        }

        return sent;
    }

    // How many there are in the stretch of this length that begins with each; one more would be past its end.
    private static IEnumerable<int> Windows(IReadOnlyList<DateTimeOffset> times, TimeSpan length) =>
        times.Select(start => times.Count(time => time >= start && time < start + length));
}
