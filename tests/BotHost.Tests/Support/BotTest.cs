namespace BotHost.Tests.Support;

/// <summary>A test with a Telegram, a clock and a folder of its own. The bot is started by the test, or started again.</summary>
public abstract class BotTest(double speed = 20) : IAsyncLifetime
{
    private readonly List<BotApplication> _bots = [];

    protected FastClock Clock { get; } = new(speed);

    protected FakeTelegram Telegram { get; private set; } = null!; // set before each test

    protected string Folder { get; } = BotApplication.NewFolder();

    protected FakeChat Chat { get; } = FakeChat.New();

    public async ValueTask InitializeAsync() => Telegram = await FakeTelegram.StartAsync(Clock);

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        await Telegram.DisposeAsync();
        await Clock.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected async Task<BotApplication> StartBotAsync(bool webhook = false, IReadOnlyDictionary<string, string?>? more = null)
    {
        var bot = await BotApplication.StartAsync(Telegram, Clock, Folder, webhook, more);
        _bots.Add(bot);
        return bot;
    }

    protected async Task StopAsync(BotApplication bot)
    {
        _bots.Remove(bot);
        await bot.DisposeAsync();
    }
}
