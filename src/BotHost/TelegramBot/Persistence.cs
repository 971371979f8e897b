namespace BotHost.TelegramBot;

/// <summary>For what is done once at start and must not keep the rest from starting.</summary>
internal static class Persistence
{
    public static async Task TryUntilDoneAsync(
        Func<CancellationToken, Task> work, BackOff backOff, Action<Exception> onFailure, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                onFailure(exception);
                await backOff.WaitAsync(stoppingToken);
            }
        }
    }
}
