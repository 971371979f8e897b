using FactChecking.Semantics.Embedders;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Semantics.Embedders;

public sealed class XlmRobertaTokenizerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // Worked out apart from the library: the likeliest cut by the scores in the file, then 0 to 3, any other id plus one.
    [Theory]
    [InlineData("query: I saw a girl with a telescope.", new long[] { 0, 5, 183, 41, 35, 225, 10, 460, 12, 940, 45, 12, 5, 143, 83, 9, 29, 22, 133, 7, 2 })]
    [InlineData("Hello world", new long[] { 0, 152, 89, 22, 888, 2 })]
    [InlineData("This is a test", new long[] { 0, 285, 48, 12, 5, 16, 401, 2 })]
    [InlineData("  Ｗｅ  saw　the moon  ", new long[] { 0, 417, 460, 8, 265, 113, 2 })]
    [InlineData("query: Это правда?", new long[] { 0, 5, 183, 41, 35, 225, 5, 3, 5, 3, 153, 2 })]
    public void The_ids_are_those_that_the_models_were_trained_with(string text, long[] ids) =>
        Assert.Equal(ids, Load(SharedModels.Tokenizer).Read(text, 256));

    [Fact]
    public void A_long_text_is_cut_and_keeps_its_end_mark()
    {
        var ids = Load(SharedModels.Tokenizer).Read("I saw a girl with a telescope.", 8);

        Assert.Equal([0, 10, 460, 12, 940, 45, 12, 2], ids);
    }

    [Fact]
    public void Without_a_tokenizer_the_model_is_refused()
    {
        var refusal = Assert.Throws<ModelRefusedException>(() => XlmRobertaTokenizer.Load(Directory.CreateDirectory(_folder.File("empty")).FullName));

        Assert.Contains("sentencepiece.bpe.model", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tokenizer_of_another_kind_is_refused()
    {
        var file = Path.Combine(Directory.CreateDirectory(_folder.File("other")).FullName, "sentencepiece.bpe.model");
        File.WriteAllText(file, """{"version": "1.0", "model": {"type": "Unigram"}}""");

        var refusal = Assert.Throws<ModelRefusedException>(() => XlmRobertaTokenizer.Load(Path.GetDirectoryName(file)!));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Unigram", refusal.Message, StringComparison.Ordinal);
    }

    // In a protobuf message the last value of a field wins: here the table of the normaliser, and the id of the start mark.
    [Theory]
    [InlineData(new byte[] { 0x1A, 0x06, 0x12, 0x04, 0xFF, 0xFF, 0xFF, 0x00 })]
    [InlineData(new byte[] { 0x12, 0x03, 0xC8, 0x02, 0x07 })]
    public void A_tokenizer_that_would_give_wrong_ids_is_refused(byte[] change)
    {
        var folder = Directory.CreateDirectory(_folder.File("changed")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "spiece.model"), [.. File.ReadAllBytes(SharedModels.Tokenizer), .. change]);

        var refusal = Assert.Throws<ModelRefusedException>(() => XlmRobertaTokenizer.Load(folder));

        Assert.Contains("number its marks", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private XlmRobertaTokenizer Load(string tokenizer)
    {
        var folder = Directory.CreateDirectory(_folder.File("tokenizer")).FullName;
        File.Copy(tokenizer, Path.Combine(folder, "sentencepiece.bpe.model"));
        return XlmRobertaTokenizer.Load(folder);
    }
}
