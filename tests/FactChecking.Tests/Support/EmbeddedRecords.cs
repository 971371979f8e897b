using System.Text.Json;
using FactChecking.Curation.Publishing;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Semantics;
using FactChecking.Semantics.Embedders;
using FactChecking.Semantics.Vectors;
using FactChecking.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactChecking.Tests.Support;

/// <summary>Records of a test in a real file, and all that embeds and searches them.</summary>
internal sealed class EmbeddedRecords : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SqliteFile _file;
    private readonly SemanticMetrics _metrics;
    private readonly MetricCollector<long> _searches;
    private readonly TimeProvider _clock;
    private VectorStore? _store;

    public EmbeddedRecords(TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _file = new SqliteFile(_folder.File("knowledge.db"));
        var meters = _services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>();
        _metrics = new SemanticMetrics(meters);
        _searches = new MetricCollector<long>(meters, "FactChecking", SemanticMetrics.SearchesName);
        Knowledge = new KnowledgeBase(_file);
    }

    public KnowledgeBase Knowledge { get; }

    public SemanticSearch Search { get; private set; } = null!; // set by Start

    public IndexFiller Filler { get; private set; } = null!; // set by Start

    /// <summary>What became of the searches so far.</summary>
    public IEnumerable<object?> Outcomes => _searches.GetMeasurementSnapshot().Select(measurement => measurement.Tags["outcome"]);

    /// <summary>Publishes claims of these titles, numbered from 0, and moves on to them.</summary>
    public void Publish(params IEnumerable<string> titles)
    {
        var import = _folder.File("import.jsonl");
        File.WriteAllLines(import, titles.Index().Select(item =>
            JsonSerializer.Serialize(new { id = $"r{item.Index}", lang = "en", title = item.Item }, FactCheckingJson.Plain)));
        new RecordsImport(new KnowledgePublisher(_file, TimeProvider.System)).Import(import);
        Knowledge.MoveOn();
    }

    /// <summary>Starts, or starts anew, with this model.</summary>
    public void Start(IEmbeddingGenerator<string, Embedding<float>> generator, string id = "bag", double timeout = 5)
    {
        var options = new SemanticsOptions { QueryPrefix = "", RecordPrefix = "", TimeoutSeconds = timeout };
        var model = new EmbeddingModel(generator, id, WordBag.Dimensions, options);
        _store?.Dispose();
        _store = new VectorStore(new SqliteFile(_folder.File("vectors.db")), id);
        Search = new SemanticSearch(model, options, _metrics, _clock);
        Filler = new IndexFiller(Knowledge, model, _store, Search, _metrics, _clock, NullLogger<IndexFiller>.Instance);
    }

    /// <summary>The titles of the claims that a message is nearest to.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string message)
    {
        var hits = await Search.FindAsync(Knowledge.Current, message, 3, TestContext.Current.CancellationToken);
        return [.. hits.Select(hit => PassageTextReader.At(Knowledge.Current, [new PassagePlace(hit.Claim, 0)])[0].Text)];
    }

    public void Dispose()
    {
        _searches.Dispose();
        _services.Dispose();
        _store?.Dispose();
        Knowledge.Dispose();
        _folder.Dispose();
    }
}
