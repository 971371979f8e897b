using BotHost.Tests.Support;

namespace BotHost.Tests.Pages;

/// <summary>One running program for all tests that only ask.</summary>
public sealed class ChatPageFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public RunningHost Host { get; private set; } = null!; // set before the first test runs

    public async ValueTask InitializeAsync() => Host = await RunningHost.StartAsync(_folder.File("knowledge.db"));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }
}
