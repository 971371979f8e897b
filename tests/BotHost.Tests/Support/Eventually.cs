using System.Diagnostics;

namespace BotHost.Tests.Support;

public static class Eventually
{
    /// <summary>Waits until this is so; fails when it takes too long.</summary>
    public static async Task TrueAsync(Func<bool> condition, string what, TimeSpan? patience = null)
    {
        for (var waiting = Stopwatch.StartNew(); !condition(); await Task.Delay(10))
        {
            if (waiting.Elapsed > (patience ?? FakeTelegram.Patience))
                Assert.Fail($"Did not happen: {what}.");
        }
    }
}
