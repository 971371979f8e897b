using System.Diagnostics.CodeAnalysis;
using FactChecking.Knowledge;
using FactChecking.Semantics.Embedders;
using FactChecking.Semantics.Vectors;

namespace FactChecking.Semantics;

/// <summary>Finds the claims that mean much the same as a message, whatever the words and the language.</summary>
public sealed class SemanticSearch
{
    private const int Remembered = 256;

    private readonly EmbeddingModel _model;
    private readonly SemanticsOptions _options;
    private readonly SemanticMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly RecentVectors _recent = new(Remembered);
    private Filled? _filled;

    internal SemanticSearch(EmbeddingModel model, SemanticsOptions options, SemanticMetrics metrics, TimeProvider clock) =>
        (_model, _options, _metrics, _clock) = (model, options, metrics, clock);

    /// <summary>Searches this index from now on, for messages that are matched with this generation.</summary>
    internal void Use(KnowledgeGeneration generation, VectorIndex index) =>
        Volatile.Write(ref _filled, new Filled(generation, index));

    /// <summary>
    /// The claims nearest to a message, best first; none when the generation has no index yet, or the model fails or takes
    /// too long: a message can be matched by its words alone.
    /// </summary>
    /// <param name="generation">The generation that the claim numbers are of.</param>
    /// <param name="text">The message.</param>
    /// <param name="count">How many claims to return at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="also">Claims to return as well, however far they are.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with a model or a service, the message is answered without it, and it is counted.")]
    internal async Task<IReadOnlyList<SemanticHit>> FindAsync(
        KnowledgeGeneration generation, string text, int count, CancellationToken cancellationToken, IReadOnlySet<int>? also = null)
    {
        if (Volatile.Read(ref _filled) is not { } filled || filled.Generation != generation || filled.Index.Count == 0)
        {
            _metrics.CountSearch("not_ready");
            return [];
        }

        try
        {
            var vector = _recent.Find(text) ?? await EmbedAsync(text, cancellationToken);
            var hits = filled.Index.Search(vector, count, also);
            _metrics.CountSearch("done");
            return hits;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _metrics.CountSearch("timeout");
            return [];
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            _metrics.CountSearch("failed");
            return [];
        }
    }

    private async Task<QuantisedVector> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        // A model in this process cannot be stopped half-way; it is not waited for.
        var vectors = await _model.EmbedAsync([_model.ForQuery(text)], either.Token).WaitAsync(either.Token);
        var vector = QuantisedVector.Of(vectors[0]);
        _recent.Add(text, vector);
        return vector;
    }

    private sealed record Filled(KnowledgeGeneration Generation, VectorIndex Index);
}
