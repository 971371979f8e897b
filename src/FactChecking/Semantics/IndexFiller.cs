using System.Diagnostics.CodeAnalysis;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Semantics.Embedders;
using FactChecking.Semantics.Vectors;
using Microsoft.Extensions.Logging;

namespace FactChecking.Semantics;

/// <summary>
/// Gives a generation its index: first the vectors that are on file, then those that have to be made. The search uses what
/// is there so far, and what was made is on file before it is used, so that a restart goes on where it stopped.
/// </summary>
public sealed class IndexFiller
{
    private const int BatchSize = 16;
    private const int BatchesBetweenLines = 64;
    private const double LongestWait = 60;

    private readonly KnowledgeBase _knowledge;
    private readonly EmbeddingModel _model;
    private readonly VectorStore _store;
    private readonly SemanticSearch _search;
    private readonly SemanticMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly ILogger<IndexFiller> _logger;

    internal IndexFiller(
        KnowledgeBase knowledge, EmbeddingModel model, VectorStore store, SemanticSearch search, SemanticMetrics metrics, TimeProvider clock, ILogger<IndexFiller> logger) =>
        (_knowledge, _model, _store, _search, _metrics, _clock, _logger) = (knowledge, model, store, search, metrics, clock, logger);

    /// <summary>Fills the index of the current generation, until it is full or a newer generation is there. One caller at a time.</summary>
    /// <returns>The generation that it worked for.</returns>
    public async Task<KnowledgeGeneration> FillAsync(CancellationToken cancellationToken)
    {
        var generation = _knowledge.Current;
        var index = new VectorIndex(_model.Dimensions);
        var missing = AddStored(generation, index, cancellationToken);
        index.MeasureScale();
        _search.Use(generation, index);

        _logger.EmbeddingStarted(generation.Number, index.Count, missing.Count);
        if (missing.Count > 0)
            await AddMissingAsync(generation, index, missing, cancellationToken);
        return generation;
    }

    private List<PassagePlace> AddStored(KnowledgeGeneration generation, VectorIndex index, CancellationToken cancellationToken)
    {
        var missing = new List<PassagePlace>();
        foreach (var passage in PassageTextReader.All(generation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_store.Find(FingerprintOf(passage)) is { } vector)
                index.Add(passage.Place.Claim, vector);
            else
                missing.Add(passage.Place);
        }
        return missing;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with a service or one text, the other passages get their vectors.")]
    private async Task AddMissingAsync(KnowledgeGeneration generation, VectorIndex index, List<PassagePlace> missing, CancellationToken cancellationToken)
    {
        var batches = new Queue<PassagePlace[]>(missing.Chunk(BatchSize));
        var left = missing.Count;
        var failures = 0;
        while (_knowledge.Current == generation && batches.TryDequeue(out var batch))
        {
            _metrics.SetMissing(left);
            try
            {
                await AddAsync(PassageTextReader.At(generation, batch), index, cancellationToken);
                left -= batch.Length;
                failures = 0;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One by one from here on, after all others: a text that the service refuses must not keep back the rest.
                foreach (var place in batch)
                    batches.Enqueue([place]);
                var wait = TimeSpan.FromSeconds(Math.Min(LongestWait, Math.Pow(2, failures++)));
                _logger.EmbeddingFailed(batch.Length, exception.GetType().Name, wait.TotalSeconds);
                await Task.Delay(wait, _clock, cancellationToken);
            }
            if (batches.Count % BatchesBetweenLines == BatchesBetweenLines - 1)
                _logger.EmbeddingProgress(generation.Number, left);
        }

        _metrics.SetMissing(left);
        if (left == 0)
            _logger.EmbeddingDone(generation.Number, index.Count);
    }

    private async Task AddAsync(IReadOnlyList<PassageText> passages, VectorIndex index, CancellationToken cancellationToken)
    {
        var vectors = await _model.EmbedAsync([.. passages.Select(passage => _model.ForRecord(passage.Text))], cancellationToken);
        var quantised = passages.Zip(vectors, (passage, vector) => (Passage: passage, Vector: QuantisedVector.Of(vector))).ToList();
        _store.Add(quantised.Select(item => (FingerprintOf(item.Passage), item.Vector)));
        foreach (var (passage, vector) in quantised)
            index.Add(passage.Place.Claim, vector);
        // A thousand pairs take a fraction of a millisecond.
        index.MeasureScale();
        _metrics.CountEmbedded(passages.Count);
    }

    private byte[] FingerprintOf(PassageText passage) => TextFingerprint.Of(_model.ForRecord(passage.Text));
}
