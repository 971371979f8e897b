using AngleSharp;
using AngleSharp.Dom;
using BotHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Support;

/// <summary>The program as it runs for real, without a token: on a port of its own, with the records of data/.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RunningHost(WebApplication application, LogCapture log) => (_application, Log) = (application, log);

    public LogCapture Log { get; }

    public IServiceProvider Services => _application.Services;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Starts it.</summary>
    /// <param name="database">Where its knowledge database is, or will be.</param>
    /// <param name="dataFolder">What that is made from instead of the records of the repository.</param>
    /// <param name="clock">The clock it runs by; null: the world's.</param>
    /// <param name="settingsFile">Settings that it is given beside those of the test; null: none.</param>
    public static async Task<RunningHost> StartAsync(
        string database, string? dataFolder = null, TimeProvider? clock = null, string? settingsFile = null)
    {
        var log = new LogCapture();
        var application = HostedBot.Create([], "http://127.0.0.1:0", builder =>
        {
            if (settingsFile is not null)
                builder.Configuration.AddJsonFile(settingsFile);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Knowledge:Database"] = database,
                ["Bot:Database"] = BotDatabaseBeside(database),
                ["Knowledge:DataFolder"] = dataFolder ?? Path.Combine(Repository.Root, "data"),
                ["Prompts:Folder"] = Path.Combine(Repository.Root, "prompts"),
                ["Logging:LogLevel:Default"] = nameof(LogLevel.Trace),
                ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Trace),
            });
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton(clock ?? TimeProvider.System);
        });
        try
        {
            await application.StartAsync();
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
        return new RunningHost(application, log);
    }

    /// <summary>Where its bot.db is.</summary>
    public static string BotDatabaseBeside(string database) => Path.Combine(Path.GetDirectoryName(database)!, "bot.db"); // a database is in a folder

    /// <summary>Opens the chat page in a browser of its own.</summary>
    public Task<IDocument> OpenAsync()
    {
        var browser = BrowsingContext.New(Configuration.Default.WithDefaultLoader().WithDefaultCookies());
        return browser.OpenAsync(Address.AbsoluteUri);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
