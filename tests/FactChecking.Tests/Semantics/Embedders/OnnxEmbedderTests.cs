using System.Numerics.Tensors;
using System.Text;
using FactChecking.Semantics.Embedders;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Semantics.Embedders;

public sealed class OnnxEmbedderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_paraphrase_is_nearer_than_another_subject()
    {
        using var model = Create(SharedModels.Model);

        var vectors = await EmbedAsync(model, "I saw a girl with a telescope", "With a telescope I saw the girl", "Prices of bread rose last year");

        Assert.All(vectors, vector => Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 1e-5f));
        Assert.True(TensorPrimitives.Dot<float>(vectors[0], vectors[1]) > TensorPrimitives.Dot<float>(vectors[0], vectors[2]) + 0.2f);
    }

    [Fact]
    public async Task A_text_has_the_same_vector_alone_and_among_longer_ones()
    {
        using var model = Create(SharedModels.Encoder);
        string[] texts = ["Short.", "Somewhat longer than the first text is.", string.Concat(Enumerable.Repeat("A very long text indeed. ", 20))];

        var together = await EmbedAsync(model, texts);

        foreach (var (text, vector) in texts.Zip(together))
            Assert.Equal(vector, (await EmbedAsync(model, text))[0]);
    }

    [Fact]
    public async Task What_stands_behind_the_last_token_changes_nothing()
    {
        using var model = Create(SharedModels.Model, new() { MaxTokens = 16 });
        var start = string.Concat(Enumerable.Repeat("the moon is made of cheese ", 10));

        var vectors = await EmbedAsync(model, start, start + "and of bread");

        Assert.Equal(vectors[0], vectors[1]);
    }

    [Fact]
    public async Task The_prefixes_are_part_of_what_is_read()
    {
        using var model = Create(SharedModels.Model, new() { QueryPrefix = "query: ", RecordPrefix = "passage: " });

        var vectors = await model.EmbedAsync([model.ForQuery("the moon"), model.ForRecord("the moon"), "query: the moon"], TestContext.Current.CancellationToken);

        Assert.Equal(vectors[0], vectors[2]);
        Assert.NotEqual(vectors[0], vectors[1]);
    }

    [Fact]
    public void A_folder_without_a_model_is_refused() =>
        Refuses("model.onnx", () => EmbeddingModel.Create(new() { Provider = "onnx", ModelFolder = _folder.File("nowhere") }));

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        var text = _folder.File("text");
        File.WriteAllText(text, "version https://git-lfs.github.com/spec/v1");

        Refuses("Download it again", () => Create(text));
    }

    [Fact]
    public void A_model_with_other_inputs_is_refused()
    {
        var other = _folder.File("other.onnx");
        File.WriteAllBytes(other, Renamed(File.ReadAllBytes(SharedModels.Model), "token_type_ids", "pixels_of_view"));

        Refuses("asks for pixels_of_view", () => Create(other));
    }

    [Fact]
    public void A_tokenizer_that_knows_more_tokens_than_the_model_is_refused() =>
        Refuses("do not belong together", () => Create(SharedModels.Model, tokenizer: SharedModels.LargerTokenizer));

    [Fact]
    public void A_model_of_another_size_than_the_settings_say_is_refused() =>
        Refuses("32 numbers, but Semantics:Dimensions is 384", () => Create(SharedModels.Model, new() { Dimensions = 384 }));

    public void Dispose() => _folder.Dispose();

    private EmbeddingModel Create(string model, SemanticsOptions? options = null, string? tokenizer = null)
    {
        options ??= new SemanticsOptions();
        options.Provider = "onnx";
        options.ModelFolder = SharedModels.Folder(_folder, model, tokenizer ?? SharedModels.Tokenizer);
        return EmbeddingModel.Create(options);
    }

    private static Task<IReadOnlyList<float[]>> EmbedAsync(EmbeddingModel model, params string[] texts) =>
        model.EmbedAsync([.. texts.Select(model.ForRecord)], TestContext.Current.CancellationToken);

    private static void Refuses(string reason, Func<EmbeddingModel> create) =>
        Assert.Contains(reason, Assert.Throws<ModelRefusedException>(create).Message, StringComparison.Ordinal);

    // Both names have the same length, as the file says how long each is.
    private static byte[] Renamed(byte[] model, string name, string newName) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(model).Replace(name, newName, StringComparison.Ordinal));
}
