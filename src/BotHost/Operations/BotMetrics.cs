using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BotHost.Operations;

/// <summary>What the bot counts and times. No tag holds a word, a name or an id.</summary>
internal sealed class BotMetrics
{
    public const string MeterName = "BotHost";

    private readonly Counter<long> _updates;
    private readonly Histogram<double> _handling;
    private readonly Histogram<double> _calls;
    private readonly Gauge<long> _inbox;
    private readonly Gauge<long> _outbox;

    public BotMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _updates = meter.CreateCounter<long>("bothost.updates", description: "Updates by what became of them at the door: stored, repeated, not_for_bot, unreadable, too_many.");
        _handling = meter.CreateHistogram<double>("bothost.handling.duration", "s", "How long updates took to be handled, by outcome: done, postponed, set_aside.");
        _calls = meter.CreateHistogram<double>("bothost.calls.duration", "s", "How long calls to Telegram took, by method and outcome: sent, late, markup, postponed, flood, and blocked, kicked, gone, refused, unreadable for those that were given up.");
        _inbox = meter.CreateGauge<long>("bothost.inbox.depth", description: "Updates that wait to be handled.");
        _outbox = meter.CreateGauge<long>("bothost.outbox.depth", description: "Calls that wait to be made.");
    }

    public void CountUpdates(string outcome, int count = 1)
    {
        if (count > 0)
            _updates.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <param name="started">What <see cref="Stopwatch.GetTimestamp"/> said before.</param>
    /// <param name="outcome">What became of it.</param>
    public void RecordHandling(long started, string outcome) =>
        _handling.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="started">What <see cref="Stopwatch.GetTimestamp"/> said before.</param>
    /// <param name="method">The method of the Bot API.</param>
    /// <param name="outcome">What became of it.</param>
    public void RecordCall(long started, string method, string outcome) =>
        _calls.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("method", method), new("outcome", outcome));

    public void SetDepth(int inbox, int outbox)
    {
        _inbox.Record(inbox);
        _outbox.Record(outbox);
    }
}
