using System.Numerics.Tensors;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace FactChecking.Semantics.Embedders;

/// <summary>The configured model: texts in, vectors of length 1 out.</summary>
internal sealed class EmbeddingModel(IEmbeddingGenerator<string, Embedding<float>> generator, string id, int dimensions, SemanticsOptions options) : IDisposable
{
    // An endpoint counts tokens its own way; in hardly any writing do this many characters make less than one.
    private const int CharactersPerToken = 6;

    /// <summary>Names all that a vector depends on besides the text: vectors of two models must never meet.</summary>
    public string Id => id;

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions => dimensions;

    /// <exception cref="ModelRefusedException">The model cannot be used.</exception>
    public static EmbeddingModel Create(SemanticsOptions options)
    {
        if (options.Provider != "onnx")
        {
            var host = options.Endpoint?.Authority ?? options.Provider;
            return new EmbeddingModel(EmbeddingEndpoint.Create(options), $"{host}/{options.Name}:{options.Dimensions}:{options.MaxTokens}", options.Dimensions!.Value, options); // validated with the settings
        }

        var folder = options.ModelFolder!; // validated with the settings
        var embedder = new OnnxEmbedder(folder, options.MaxTokens);
        if (options.Dimensions is { } expected && expected != embedder.Dimensions)
        {
            embedder.Dispose();
            throw new ModelRefusedException($"The model in {folder} makes vectors of {embedder.Dimensions} numbers, but Semantics:Dimensions is {expected}. Leave that setting out, or put the model meant into the folder.");
        }
        return new EmbeddingModel(embedder, $"{Fingerprint(folder)}:{options.MaxTokens}", embedder.Dimensions, options);
    }

    /// <summary>A text on record as the model reads it.</summary>
    public string ForRecord(string text) => Cut(options.RecordPrefix + text);

    /// <summary>A message as the model reads it.</summary>
    public string ForQuery(string text) => Cut(options.QueryPrefix + text);

    /// <summary>The vectors of texts that <see cref="ForRecord"/> or <see cref="ForQuery"/> gave, each of length 1.</summary>
    /// <exception cref="InvalidOperationException">What came back are not the vectors of these texts.</exception>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var embeddings = await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
        if (embeddings.Count != texts.Count)
            throw new InvalidOperationException($"The model gave {embeddings.Count} vectors for {texts.Count} texts.");
        return [.. embeddings.Select(embedding => ToUnitLength(embedding.Vector.Span))];
    }

    public void Dispose() => generator.Dispose();

    private string Cut(string text)
    {
        var max = options.MaxTokens * CharactersPerToken;
        if (text.Length <= max)
            return text;
        return text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }

    private float[] ToUnitLength(ReadOnlySpan<float> vector)
    {
        if (vector.Length != dimensions)
            throw new InvalidOperationException($"The model gave a vector of {vector.Length} numbers instead of {dimensions}.");
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length == 0)
            throw new InvalidOperationException("The model gave a vector without a direction.");
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, unit);
        return unit;
    }

    private static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string[])[Path.Combine(folder, "model.onnx"), .. Directory.GetFiles(folder, "*.model")])
        {
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
