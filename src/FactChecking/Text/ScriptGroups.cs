namespace FactChecking.Text;

internal static class ScriptGroups
{
    public const int Count = 4;

    /// <summary>The group of a folded term, by its first letter; digits belong to every group and give null.</summary>
    public static ScriptGroup? Of(string term) => term[0] switch
    {
        var character when ChineseCharacters.IsHan(character) => ScriptGroup.Han,
        >= '\u0400' and <= '\u052F' => ScriptGroup.Cyrillic,
        var character when char.IsAsciiLetter(character) || character is >= '\u00C0' and <= '\u024F' => ScriptGroup.Latin,
        var character when char.IsDigit(character) => null,
        _ => ScriptGroup.Other,
    };

    /// <summary>The group that most terms of a text are in; Latin when it has none.</summary>
    public static ScriptGroup Main(IEnumerable<string> terms)
    {
        Span<int> counts = stackalloc int[Count];
        foreach (var term in terms)
        {
            if (Of(term) is { } group)
                counts[(int)group]++;
        }
        var best = 0;
        for (var group = 1; group < Count; group++)
        {
            if (counts[group] > counts[best])
                best = group;
        }
        return (ScriptGroup)best;
    }
}
