using BotHost.Store.Database;

namespace BotHost.Commands;

/// <summary>The bot's database for the time of one command. The hosted bot may have it open, too.</summary>
internal sealed class OpenedBotDatabase : IAsyncDisposable
{
    private readonly BotDatabase _database;

    private OpenedBotDatabase(BotDatabase database) => _database = database;

    public static async Task<OpenedBotDatabase> OpenAsync(BotDatabase database, CancellationToken cancellationToken)
    {
        await database.StartAsync(cancellationToken);
        return new OpenedBotDatabase(database);
    }

    public async ValueTask DisposeAsync() => await _database.StopAsync(CancellationToken.None);
}
