using System.Text;
using System.Text.Json;
using BotHost.Store;
using BotHost.Store.Database;
using FactChecking.Curation;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactChecking.Tests.Curation.Exchange;

/// <summary>Everything that imports and exports, on databases of its own.</summary>
internal sealed class ExchangeBench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    private ExchangeBench(string dataFolder, params IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Prompts:Folder"] = Repository.Prompts,
                ["Knowledge:Database"] = _folder.File("knowledge.db"),
                ["Knowledge:DataFolder"] = dataFolder,
                ["Bot:Database"] = _folder.File("bot.db"),
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        _services = new ServiceCollection().AddLogging().AddFactChecking(configuration).AddBotStore(configuration).AddCuration(configuration).BuildServiceProvider();
    }

    public static ImportRequest ClaimReviews { get; } = new(ExchangeFormat.ClaimReview) { Source = "A list", Licence = "CC-BY-4.0" };

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ExchangeImport Import => Get<ExchangeImport>();

    public KnowledgeGeneration Generation
    {
        get
        {
            Get<KnowledgeBase>().MoveOn();
            return Get<KnowledgeBase>().Current;
        }
    }

    public ExchangeOptions Options => Get<Microsoft.Extensions.Options.IOptions<ExchangeOptions>>().Value;

    /// <summary>With a bot.db, and without curated records.</summary>
    public static async Task<ExchangeBench> CreateAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var bench = new ExchangeBench("", settings);
        await bench.Get<BotDatabase>().StartAsync(Cancellation);
        return bench;
    }

    /// <summary>With the records of <c>data/</c>.</summary>
    public static async Task<ExchangeBench> WithCuratedRecordsAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var bench = new ExchangeBench(Repository.Data, settings);
        await bench.Get<BotDatabase>().StartAsync(Cancellation);
        await bench.Get<KnowledgePublisher>().LoadAsync(bench.Get<DataFolder>(), Cancellation);
        return bench;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public string File(string name) => _folder.File(name);

    /// <summary>A file of this text.</summary>
    public static ImportInput Text(string text, string name = "file") => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>A file with one ClaimReview for each pair.</summary>
    public static ImportInput Reviews(params (string Url, string Claim)[] reviews) => Text(JsonSerializer.Serialize(reviews.Select(review =>
        new Dictionary<string, object> { ["@type"] = "ClaimReview", ["url"] = review.Url, ["claimReviewed"] = review.Claim })));

    /// <summary>The records as they are stored now.</summary>
    internal IReadOnlyList<ImportRecord> Records() => Generation.Read(connection => ExchangeRecordReader.All(connection).ToList());

    public async ValueTask DisposeAsync()
    {
        await Get<BotDatabase>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _folder.Dispose();
    }
}
