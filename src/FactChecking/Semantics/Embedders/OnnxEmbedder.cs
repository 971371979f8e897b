using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace FactChecking.Semantics.Embedders;

/// <summary>
/// An embedding model in this process. Texts run one at a time and not as a padded batch: on a processor that gains a tenth
/// at most, a message would have to wait for a batch of records to end, and in a model with dynamic 8-bit quantisation the
/// vector of a text would depend on its neighbours.
/// </summary>
internal sealed class OnnxEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Types = "token_type_ids";
    private const int Threads = 2;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly RunOptions _runOptions = new();
    private readonly InferenceSession _session;
    private readonly XlmRobertaTokenizer _tokenizer;
    private readonly int _maxTokens;
    private readonly string _output;

    /// <exception cref="ModelRefusedException">The files are not there or cannot be used.</exception>
    public OnnxEmbedder(string folder, int maxTokens)
    {
        _maxTokens = maxTokens;
        var file = Path.GetFullPath(Path.Combine(folder, "model.onnx"));
        if (!File.Exists(file))
            throw new ModelRefusedException($"There is no {file}. Semantics:ModelFolder must name the folder that holds model.onnx.");
        _tokenizer = XlmRobertaTokenizer.Load(folder);
        _session = Open(file);
        try
        {
            _output = Check(file);
            Dimensions = Try(file);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions { get; }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                embeddings.Add(new Embedding<float>(await Task.Run(() => Run(_tokenizer.Read(text, _maxTokens)), CancellationToken.None)));
            }
            finally
            {
                _turn.Release();
            }
        }
        return embeddings;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // A search that was given up may still be in the session.
        _turn.Wait();
        _session.Dispose();
        _runOptions.Dispose();
        _turn.Dispose();
    }

    private static InferenceSession Open(string file)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = Threads,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, // errors come as exceptions
        };
        // Threads that spin between two messages take the processor from everything else.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            return new InferenceSession(file, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelRefusedException($"{file} cannot be opened as an ONNX model: {exception.Message} Download it again.", exception);
        }
    }

    private string Check(string file)
    {
        foreach (var (name, input) in _session.InputMetadata)
        {
            if (name is not (Ids or Mask or Types) || input.ElementDataType != TensorElementType.Int64)
                throw new ModelRefusedException($"{file} asks for {name} ({input.ElementDataType}). Only models that take {Ids}, {Mask} and {Types} as 64-bit numbers can be run; take the export of multilingual-e5-small that README names.");
        }
        if (!_session.InputMetadata.ContainsKey(Ids))
            throw new ModelRefusedException($"{file} does not take {Ids}, so it reads no text. Take the export of multilingual-e5-small that README names.");

        var hidden = _session.OutputMetadata
            .Where(output => output.Value.ElementDataType == TensorElementType.Float && output.Value.Dimensions.Length == 3)
            .Select(output => output.Key)
            .ToList();
        return hidden.Find(name => name == "last_hidden_state") ?? hidden.FirstOrDefault()
            ?? throw new ModelRefusedException($"{file} gives no vector of 32-bit numbers for each token. Take the export of multilingual-e5-small that README names.");
    }

    private int Try(string file)
    {
        try
        {
            return Run([0, _tokenizer.GreatestId, 2]).Length;
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelRefusedException($"{file} and the tokenizer beside it do not belong together, or the model cannot be run. Download both from the same place. ({exception.Message})", exception);
        }
    }

    private float[] Run(long[] ids)
    {
        long[] shape = [1, ids.Length];
        var mask = new long[ids.Length];
        Array.Fill(mask, 1);
        using var idValues = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValues = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typeValues = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        var inputs = _session.InputNames.ToDictionary(name => name, name => name switch
        {
            Ids => idValues,
            Mask => maskValues,
            _ => typeValues,
        });
        using var outputs = _session.Run(_runOptions, inputs, [_output]);
        return Mean(outputs[0].GetTensorDataAsSpan<float>(), ids.Length);
    }

    // Every token counts the same, the start and end among them: this is how E5 was trained.
    private static float[] Mean(ReadOnlySpan<float> hidden, int tokens)
    {
        var mean = new float[hidden.Length / tokens];
        for (var token = 0; token < tokens; token++)
            TensorPrimitives.Add(mean, hidden.Slice(token * mean.Length, mean.Length), mean);
        TensorPrimitives.Divide(mean, tokens, mean);
        return mean;
    }
}
