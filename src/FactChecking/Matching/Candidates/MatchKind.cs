using FactChecking.Matching.Passages;
using FactChecking.Text;

namespace FactChecking.Matching.Candidates;

/// <summary>
/// Which letters message and record share. Chinese pairs of characters, cut words and translations tell differently much,
/// so that each has weights of its own.
/// </summary>
internal enum MatchKind
{
    Latin,
    Cyrillic,
    Han,

    /// <summary>The record is in a kindred language of the same letters: Russian and Ukrainian.</summary>
    Kindred,

    /// <summary>The record is in other letters than the message, and was found through spellings and translations.</summary>
    Across,
}

internal static class MatchKinds
{
    /// <summary>True where the words of message and record are translations of each other.</summary>
    public static bool IsTranslated(this MatchKind kind) => kind is MatchKind.Kindred or MatchKind.Across;

    public const int Count = 5;

    /// <param name="query">The message.</param>
    /// <param name="script">The letters of the records that were searched.</param>
    /// <param name="passages">The passages of the record.</param>
    public static MatchKind Of(MatchQuery query, ScriptGroup script, IReadOnlyList<StoredPassage> passages) => (query.Script, script) switch
    {
        var (message, record) when message != record => MatchKind.Across,
        (ScriptGroup.Cyrillic, _) when passages.All(passage => passage.Language is { } language && language != query.Language) => MatchKind.Kindred,
        (ScriptGroup.Cyrillic, _) => MatchKind.Cyrillic,
        (ScriptGroup.Han, _) => MatchKind.Han,
        _ => MatchKind.Latin, // words, with spaces between them
    };
}
