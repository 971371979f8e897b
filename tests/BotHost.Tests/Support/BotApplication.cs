using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Hosting;
using BotHost.Store.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Support;

/// <summary>The whole bot as it runs for real, with a Telegram on loopback, a fast clock and a folder of its own.</summary>
public sealed class BotApplication : IAsyncDisposable
{
    public const string WebhookSecret = "a-secret_that-only-Telegram-knows";
    public const string PublicUrl = "https://bot.example.org";

    private readonly WebApplication _application;

    private BotApplication(WebApplication application, string folder, LogCapture log)
    {
        _application = application;
        Folder = folder;
        Log = log;
    }

    /// <summary>Where its databases are; they outlive it, so that another one can go on with them.</summary>
    public string Folder { get; }

    public string DatabaseFile => DatabaseIn(Folder);

    public LogCapture Log { get; }

    public bool IsRunning { get; private set; } = true;

    public IServiceProvider Services => _application.Services;

    /// <summary>Where its pages are.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>What /health/ready says: whether it is, and its parts.</summary>
    public async Task<(bool IsReady, JsonNode Parts)> ReadinessAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_application.Urls.Single()) };
        using var response = await http.GetAsync("/health/ready");
        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(response.IsSuccessStatusCode ? "ready" : "not_ready", (string?)report["status"]);
        return (response.IsSuccessStatusCode, report["parts"]!);
    }

    public static string DatabaseIn(string folder) => Path.Combine(folder, "bot.db");

    public static string NewFolder() => Directory.CreateTempSubdirectory("bot-").FullName;

    public static async Task<BotApplication> StartAsync(
        FakeTelegram telegram, TimeProvider clock, string folder, bool webhook = false, string? knowledge = null, IReadOnlyDictionary<string, string?>? more = null)
    {
        var log = new LogCapture();
        var settings = new Dictionary<string, string?>
        {
            ["Bot:Database"] = DatabaseIn(folder),
            ["Knowledge:Database"] = knowledge ?? await TestKnowledge.FileAsync(),
            ["Knowledge:DataFolder"] = "",
            ["Prompts:Folder"] = Path.Combine(Repository.Root, "prompts"),
            ["Telegram:Token"] = telegram.Token,
            ["Telegram:ApiBaseUrl"] = telegram.Address,
            ["Telegram:PublicUrl"] = webhook ? PublicUrl : null,
            ["Telegram:WebhookSecret"] = webhook ? WebhookSecret : null,
            ["Logging:LogLevel:Default"] = nameof(LogLevel.Trace),
            ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Trace),
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
            settings[name] = value;
        var application = HostedBot.Create(settings, "http://127.0.0.1:0", builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton(clock);
        });
        await application.StartAsync();
        telegram.Webhook.Client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        return new BotApplication(application, folder, log);
    }

    public Task<IReadOnlyDictionary<string, long>> CountersAsync() => Services.GetRequiredService<CounterStore>().ReadAsync();

    /// <summary>Stops as on Ctrl+C: in order, finishing what can be finished.</summary>
    public async ValueTask DisposeAsync()
    {
        IsRunning = false;
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>Runs SQL in the bot's database from outside, such as a trigger that makes something fail.</summary>
    public static void Execute(string folder, string sql)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Count(string folder, string table, string where = "true")
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table} where {where}";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Every column of every table that holds this number, alone or within a text; whatever is added to the tables.</summary>
    public static IReadOnlyList<string> ColumnsWith(string folder, long number)
    {
        using var connection = Open(folder);
        var columns = new List<(string Table, string Column)>();
        using (var schema = connection.CreateCommand())
        {
            schema.CommandText = "select m.name, c.name from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table'";
            using var reader = schema.ExecuteReader();
            while (reader.Read())
                columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return
        [
            .. columns
                .Where(each => Count(folder, $"\"{each.Table}\"", $"cast(\"{each.Column}\" as text) like '%{number.ToString(CultureInfo.InvariantCulture)}%'") > 0)
                .Select(each => $"{each.Table}.{each.Column}"),
        ];
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={DatabaseIn(folder)};Pooling=False");
        connection.Open();
        return connection;
    }
}
