using Microsoft.Extensions.AI;

namespace FactChecking.Tests.Support;

/// <summary>An embedding model that takes texts to mean as much the same as a test says; all others mean different things.</summary>
internal sealed class LikeMeanings : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Dictionary<string, (string Other, float Likeness)> _like = [];

    /// <summary>Makes it fail.</summary>
    public bool Fails { get; set; }

    /// <summary>Says that one text means what another does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">What it is like.</param>
    /// <param name="likeness">About the cosine of the two, 0 to 1.</param>
    public LikeMeanings With(string text, string other, double likeness = 1)
    {
        _like[text] = (other, (float)likeness);
        return this;
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => Fails
        ? Task.FromException<GeneratedEmbeddings<Embedding<float>>>(new InvalidOperationException())
        : Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. values.Select(text => new Embedding<float>(VectorOf(text)))]);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private float[] VectorOf(string text)
    {
        var own = Direction(text);
        if (!_like.TryGetValue(text, out var like))
            return own;
        var (other, across) = (Direction(like.Other), MathF.Sqrt(1 - (like.Likeness * like.Likeness)));
        return [.. own.Zip(other, (one, two) => (across * one) + (like.Likeness * two))];
    }

    private static float[] Direction(string text)
    {
        var random = new Random(text.Aggregate(17, (hash, character) => (hash * 31) + character));
        return [.. Enumerable.Range(0, WordBag.Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
