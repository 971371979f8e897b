using Microsoft.ML.Tokenizers;

namespace FactChecking.Semantics.Embedders;

/// <summary>
/// Cuts texts into the token ids of XLM-RoBERTa, which multilingual E5, BGE-M3 and others share: those of a SentencePiece
/// Unigram file, renumbered as fairseq did. Unshifted ids raise no error, they silently spoil every vector.
/// </summary>
internal sealed class XlmRobertaTokenizer
{
    private const int Start = 0;
    private const int End = 2;
    private const int Unknown = 3;

    private const int UnknownPiece = 0;
    private const int StartPiece = 1;
    private const int EndPiece = 2;

    private readonly SentencePieceTokenizer _pieces;

    private XlmRobertaTokenizer(SentencePieceTokenizer pieces) => _pieces = pieces;

    /// <summary>No token has a greater id.</summary>
    public int GreatestId => _pieces.Vocabulary.Count;

    /// <exception cref="ModelRefusedException">There is no such file, or it cannot be used.</exception>
    public static XlmRobertaTokenizer Load(string folder)
    {
        if (Directory.GetFiles(folder, "*.model") is not [var file])
            throw new ModelRefusedException($"{folder} must hold one SentencePiece file, named *.model. Download sentencepiece.bpe.model from where model.onnx came from; a tokenizer.json cannot be read.");

        using var content = new MemoryStream(File.ReadAllBytes(file));
        try
        {
            var tokenizer = new XlmRobertaTokenizer(SentencePieceTokenizer.Create(content, addBeginningOfSentence: false, addEndOfSentence: false));
            tokenizer.Read("Is it true? Это правда? 这是真的吗？", maxTokens: 64);
            if (tokenizer._pieces is { UnknownId: UnknownPiece, BeginningOfSentenceId: StartPiece, EndOfSentenceId: EndPiece, ByteFallback: false })
                return tokenizer;
        }
        // The library has no exception of its own: what it does not expect in a file ends in IndexOutOfRangeException, or
        // in whatever the bytes of another format lead to.
        catch (Exception exception)
        {
            throw Refusal(file, exception);
        }
        throw Refusal(file, null);
    }

    /// <summary>The ids of a text with those of start and end around them, at most <paramref name="maxTokens"/>.</summary>
    public long[] Read(string text, int maxTokens)
    {
        var pieces = _pieces.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false, maxTokens - 2, out _, out _);
        return [Start, .. WithoutRepeatedUnknown(pieces).Select(Shift), End];
    }

    private static ModelRefusedException Refusal(string file, Exception? cause) =>
        new($"{file} is no SentencePiece file that can be used: it must be of the Unigram kind and number its marks as XLM-RoBERTa and multilingual E5 do. Take a model of another kind from an endpoint instead (Semantics:Provider openai).", cause);

    // SentencePiece itself makes one token of a run of unknown characters; this library makes one of each.
    private static IEnumerable<int> WithoutRepeatedUnknown(IReadOnlyList<int> pieces) =>
        pieces.Where((piece, place) => piece != UnknownPiece || place == 0 || pieces[place - 1] != UnknownPiece);

    private static long Shift(int piece) => piece switch
    {
        UnknownPiece => Unknown,
        StartPiece => Start,
        EndPiece => End,
        _ => piece + 1,
    };
}
