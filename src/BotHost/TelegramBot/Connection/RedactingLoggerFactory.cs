namespace BotHost.TelegramBot.Connection;

/// <summary>
/// The last line of defence: whatever logs, and at whatever level, nothing of a bot token's form gets through to where
/// logs are written.
/// </summary>
internal sealed class RedactingLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new RedactingLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();
}
