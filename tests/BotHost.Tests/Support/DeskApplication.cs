using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotHost.Hosting;
using BotHost.SignIn;
using BotHost.Store.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Support;

/// <summary>The program as it runs for real, without a token, for tests of the desk: people sign in through its form.</summary>
public sealed class DeskApplication : IAsyncDisposable
{
    /// <summary>The password of everybody whom <see cref="SignedInAsync"/> makes.</summary>
    public const string Password = "violin of seventeen days";

    private readonly WebApplication _application;

    private DeskApplication(WebApplication application, LogCapture log) => (_application, Log) = (application, log);

    public LogCapture Log { get; }

    public IServiceProvider Services => _application.Services;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>The one-time link that the program has said at its start; null where it said none.</summary>
    public Uri? FirstLink => Log.Lines.SelectMany(line => line.Split(' ')).FirstOrDefault(word => word.StartsWith($"{Address}desk/welcome?token=", StringComparison.Ordinal)) is { } link
        ? new Uri(link)
        : null;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where bot.db is, or will be.</param>
    /// <param name="clock">The clock it runs by; null: the world's.</param>
    /// <param name="knowledge">The knowledge database; null: the records of the repository, which must then only be read.</param>
    /// <param name="dataFolder">What the knowledge database is made from; null: the records of the repository, which must then only be read.</param>
    /// <param name="more">More settings.</param>
    /// <param name="https">Whether it listens by https, with a certificate of its own.</param>
    public static async Task<DeskApplication> StartAsync(
        TemporaryFolder folder,
        TimeProvider? clock = null,
        string? knowledge = null,
        string? dataFolder = null,
        IReadOnlyDictionary<string, string?>? more = null,
        bool https = false)
    {
        var log = new LogCapture();
        var settings = new Dictionary<string, string?>
        {
            ["Bot:Database"] = folder.File("bot.db"),
            ["Knowledge:Database"] = knowledge ?? await TestKnowledge.FileAsync(),
            ["Knowledge:DataFolder"] = dataFolder ?? Path.Combine(Repository.Root, "data"),
            ["Prompts:Folder"] = Path.Combine(Repository.Root, "prompts"),
            ["Logging:LogLevel:Default"] = nameof(LogLevel.Trace),
            ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Trace),
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
            settings[name] = value;
        var application = HostedBot.Create(settings, $"{(https ? "https" : "http")}://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton(clock ?? TimeProvider.System);
            if (https)
                builder.WebHost.ConfigureKestrel(options => options.ConfigureHttpsDefaults(tls => tls.ServerCertificate = NewCertificate()));
        });
        await application.StartAsync();
        return new DeskApplication(application, log);
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public DeskBrowser NewBrowser() => new(Address);

    /// <summary>Makes an account.</summary>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    /// <param name="name">Its name; null: that of the role.</param>
    public async Task<Account> AddAccountAsync(string role, string? name = null)
    {
        var account = await Services.GetRequiredService<AccountStore>().AddAsync(name ?? role, role, Services.GetRequiredService<Passwords>().Hash(Password));
        return account ?? throw new InvalidOperationException($"There is a {name ?? role} already.");
    }

    /// <summary>A browser signed in with a new account of this role.</summary>
    public async Task<DeskBrowser> SignedInAsync(string role, string? name = null)
    {
        var account = await AddAccountAsync(role, name);
        var browser = NewBrowser();
        using var response = await browser.SignInAsync(account.Name, Password);
        Assert.Equal("/desk", response.Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>Stops as on Ctrl+C.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
