namespace FactChecking.Matching;

/// <summary>
/// The runs of four characters of a folded text, hashed. They see through endings, compounds and the spellings of kindred
/// languages, where whole words differ.
/// </summary>
internal static class CharacterGrams
{
    private const int Length = 4;

    public static HashSet<uint> Of(string folded)
    {
        var grams = new HashSet<uint>(folded.Length);
        Span<char> window = stackalloc char[Length];
        var filled = 0;
        foreach (var character in folded)
        {
            // Words are kept apart by one sign, whatever stands between them.
            var next = char.IsLetterOrDigit(character) ? character : ' ';
            if (next == ' ' && (filled == 0 || window[filled - 1] == ' '))
                continue;
            if (filled == Length)
            {
                window[1..].CopyTo(window);
                filled--;
            }
            window[filled++] = next;
            if (filled == Length)
                grams.Add(TermHash.Of(window));
        }
        return grams;
    }
}
