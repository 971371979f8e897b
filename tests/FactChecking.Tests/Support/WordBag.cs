using Microsoft.Extensions.AI;

namespace FactChecking.Tests.Support;

/// <summary>An embedding model that only sees which words there are, and remembers what it was given.</summary>
internal sealed class WordBag : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimensions = 96;

    /// <summary>Every text, in the order it came.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>Runs before each batch, and may throw or wait.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var texts = values.ToList();
        await Before(texts, cancellationToken);
        Texts.AddRange(texts);
        return [.. texts.Select(text => new Embedding<float>(VectorOf(text)))];
    }

    public static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split(' ', '.', ','))
        {
            var random = new Random(word.Aggregate(17, (hash, character) => (hash * 31) + character));
            for (var index = 0; index < vector.Length; index++)
                vector[index] += (float)(random.NextDouble() - 0.5);
        }
        return vector;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
