using System.Globalization;
using System.Text.RegularExpressions;

namespace FactChecking.Answers;

/// <summary>
/// The sentences of a template reply as facts for a model: it may word them anew, and nothing else. What must not be
/// worded anew (ownership, agreements, sources) is kept as it is.
/// </summary>
internal sealed partial class OfferedFacts
{
    private OfferedFacts(IReadOnlyList<Fact> finding, IReadOnlyList<Fact> why, IReadOnlyList<Fact> origin, IReadOnlyList<string> fixedLines, IReadOnlyList<string> sources) =>
        (Finding, Why, Origin, FixedLines, Sources) = (finding, why, origin, fixedLines, sources);

    public IReadOnlyList<Fact> Finding { get; }

    public IReadOnlyList<Fact> Why { get; }

    public IReadOnlyList<Fact> Origin { get; }

    /// <summary>Lines on ownership and agreements, sent as the template has them.</summary>
    public IReadOnlyList<string> FixedLines { get; }

    /// <summary>The lines of the sources, heading first.</summary>
    public IReadOnlyList<string> Sources { get; }

    public IEnumerable<Fact> All => Finding.Concat(Why).Concat(Origin);

    /// <summary>A sentence of the template and its markers.</summary>
    public sealed record Fact(string Text, IReadOnlyList<int> Cites);

    public static OfferedFacts Of(ComposedReply reply)
    {
        var blocks = Blocks().Split(reply.Rendered.Replace("\r", "", StringComparison.Ordinal).Trim())
            .Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        // The template leaves a block out that has nothing to say; the finding and the sources are always there.
        var next = 1;
        var why = reply.View.Established.Count > 0 ? blocks[next++] : [];
        var origin = next < blocks.Count - 1 ? blocks[next] : [];
        var worded = origin.Length - (reply.View.Owners is null ? 0 : 1) - reply.View.Agreements.Count;
        return new OfferedFacts(Facts(blocks[0]), Facts(why), Facts(origin[..worded]), origin[worded..], blocks[^1]);
    }

    private static List<Fact> Facts(IEnumerable<string> lines) =>
        [.. lines.Select(line => new Fact(
            Marks().Replace(line, "").Replace(" | ", " ", StringComparison.Ordinal).Trim(),
            [.. Marks().Matches(line).Select(mark => int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct()]))];

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\s*\[(\d+)\]")]
    private static partial Regex Marks();
}
