namespace FactChecking.Tests.Support;

/// <summary>
/// Small real models, beside the checkout: a SentencePiece tokenizer of 1,000 pieces, and ONNX files with the inputs and
/// outputs of multilingual-e5-small. Tests that need them are skipped where they are not.
/// </summary>
internal static class SharedModels
{
    private static readonly string s_folder = Environment.GetEnvironmentVariable("SHARED_MODELS")
        ?? Path.Combine(Repository.Root, "..", "shared", "models");

    public static string Tokenizer => Find("sentencepiece_unigram_small/test_model_unigram_1000.model");

    public static string LargerTokenizer => Find("sentencepiece_unigram_small/test_ja_model_unigram_8000.model");

    public static string Model => Find("tiny_onnx_selfmade/tiny_static_v1001_h32.onnx");

    public static string Encoder => Find("tiny_onnx_selfmade/tiny_encoder_v1001_h32.onnx");

    /// <summary>Lays files out as the settings want them.</summary>
    public static string Folder(TemporaryFolder parent, string model, string tokenizer)
    {
        var folder = Directory.CreateDirectory(parent.File("model")).FullName;
        File.Copy(model, Path.Combine(folder, "model.onnx"), overwrite: true);
        File.Copy(tokenizer, Path.Combine(folder, "sentencepiece.bpe.model"), overwrite: true);
        return folder;
    }

    private static string Find(string name)
    {
        var file = Path.Combine(s_folder, name);
        Assert.SkipUnless(File.Exists(file), $"The models for tests are not here: no {name} in ../shared/models, nor where SHARED_MODELS says.");
        return file;
    }
}
