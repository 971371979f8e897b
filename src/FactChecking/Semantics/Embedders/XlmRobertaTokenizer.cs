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

    private readonly SentencePieceTokenizer _pieces;

    private XlmRobertaTokenizer(SentencePieceTokenizer pieces) => _pieces = pieces;

    /// <summary>No token has a greater id.</summary>
    public int GreatestId => _pieces.Vocabulary.Count;

    /// <exception cref="ModelRefusedException">There is no such file, or it cannot be used.</exception>
    public static XlmRobertaTokenizer Load(string folder)
    {
        if (Directory.GetFiles(folder, "*.model") is not [var file])
            throw new ModelRefusedException($"{folder} must hold one SentencePiece file, named *.model. Download sentencepiece.bpe.model from where model.onnx came from; a tokenizer.json cannot be read.");

        try
        {
            using var stream = File.OpenRead(file);
            var tokenizer = new XlmRobertaTokenizer(SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false));
            tokenizer.Read("Is it true?", maxTokens: 16);
            return tokenizer;
        }
        // The library has no exception of its own: a file without a normaliser ends in IndexOutOfRangeException, one that
        // is no SentencePiece file in whatever the bytes lead to.
        catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException))
        {
            throw new ModelRefusedException($"{file} is no SentencePiece file that can be used: it must be of the Unigram kind with the nfkc normaliser, as that of XLM-RoBERTa and multilingual E5 is. Take the model of another kind from an endpoint instead (Semantics:Provider openai).", exception);
        }
    }

    /// <summary>The ids of a text with those of start and end around them, at most <paramref name="maxTokens"/>.</summary>
    public long[] Read(string text, int maxTokens)
    {
        var pieces = _pieces.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false, maxTokens - 2, out _, out _);
        return [Start, .. pieces.Select(Shift), End];
    }

    private static long Shift(int piece) => piece switch
    {
        0 => Unknown,
        1 => Start,
        2 => End,
        _ => piece + 1,
    };
}
