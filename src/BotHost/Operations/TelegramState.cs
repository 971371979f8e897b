using Telegram.Bot.Exceptions;

namespace BotHost.Operations;

/// <summary>How the last calls to Telegram went.</summary>
internal sealed class TelegramState(TimeProvider clock)
{
    // A poll takes 70 seconds at most; one that fails is no trouble yet.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Lock _lock = new();
    private DateTimeOffset _reached = clock.GetUtcNow();
    private bool _isPolling;
    private string? _fault;

    public void Reached()
    {
        lock (_lock)
            (_reached, _fault) = (clock.GetUtcNow(), null);
    }

    /// <summary>From now on Telegram must be reached again and again.</summary>
    public void PollingStarts()
    {
        lock (_lock)
            (_reached, _isPolling) = (clock.GetUtcNow(), true);
    }

    /// <summary>Notes an error that only whoever runs the bot can mend; others pass.</summary>
    public void Failed(Exception exception)
    {
        var fault = exception switch
        {
            ApiRequestException { ErrorCode: 401 or 404 } => "Telegram refuses the token.",
            ApiRequestException { ErrorCode: 409 } => "Another program receives this bot's updates.",
            _ => null,
        };
        lock (_lock)
            _fault = fault ?? _fault;
    }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? FindFault()
    {
        lock (_lock)
        {
            return _fault
                ?? (_isPolling && clock.GetUtcNow() - _reached > Patience ? "Telegram is not reached." : null);
        }
    }
}
