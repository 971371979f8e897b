using FactChecking.Variants;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace FactChecking.Curation.DataFiles;

/// <summary>
/// Adds a variant to the text of a claim's file, or takes one out, and leaves every other line as it is: comments and
/// layout are the curators'. What comes out is read again and compared, so that an unusual layout is refused, not damaged.
/// </summary>
internal sealed class ClaimFile
{
    private const string Variants = "variants";

    private readonly string _newLine;
    private readonly List<string> _lines;
    private readonly JToken _root;
    private readonly List<int> _items;
    private readonly int _end;

    private ClaimFile(string text, JToken root, List<int> items, int end)
    {
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _lines = LinesOf(text);
        (_root, _items, _end) = (root, items, end);
    }

    /// <summary>Reads a file; null when its variants are not one below the other, as this class needs them.</summary>
    /// <exception cref="DataFaultsException">The text is not YAML.</exception>
    public static ClaimFile? Read(string name, string text)
    {
        var root = YamlFile.Parse(name, text).Root;
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents[0].RootNode is not YamlMappingNode record
            || !record.Children.TryGetValue(new YamlScalarNode(Variants), out var node)
            || node is not YamlSequenceNode { Style: not SequenceStyle.Flow } sequence)
        {
            return null;
        }

        var lines = LinesOf(text);
        var items = sequence.Children.Select(item => (int)item.Start.Line - 1).ToList();
        // Several items on one line, or "-" and its fields on two.
        if (items.Distinct().Count() != items.Count || items.Any(line => !lines[line].TrimStart().StartsWith("- ", StringComparison.Ordinal)))
            return null;
        var next = record.Children.Keys.Select(key => (int)key.Start.Line - 1).Where(line => line > items[^1]).DefaultIfEmpty(lines.Count).Min();
        return new ClaimFile(text, root, items, BackOverComments(lines, next, items[^1], lines[items[^1]].IndexOf('-', StringComparison.Ordinal)));
    }

    /// <summary>The file's text with this variant added after the others; null where that would change anything else.</summary>
    public string? With(Variant variant)
    {
        var first = _lines[_items[0]];
        var dash = first.IndexOf('-', StringComparison.Ordinal);
        var fields = dash + 1 + first[(dash + 1)..].TakeWhile(character => character == ' ').Count();
        var indent = new string(' ', fields);
        string[] added =
        [
            $"{new string(' ', dash)}-{new string(' ', fields - dash - 1)}language: {variant.Language}",
            $"{indent}form: {variant.Form}",
            $"{indent}origin: {variant.Origin}",
            $"{indent}synthetic: {(VariantOrigin.IsSynthetic(variant.Origin) ? "true" : "false")}",
            $"{indent}text: {Quoted(variant.Text)}",
        ];
        var variants = (JArray)_root[Variants]!.DeepClone(); // Read has found it
        variants.Add(new JObject
        {
            ["language"] = variant.Language,
            ["form"] = variant.Form,
            ["origin"] = variant.Origin,
            ["synthetic"] = VariantOrigin.IsSynthetic(variant.Origin),
            ["text"] = variant.Text,
        });
        return Compared([.. _lines[.._end], .. added, .. _lines[_end..]], variants);
    }

    /// <summary>The place of the variant with these words; -1 when there is none.</summary>
    public int Find(string words) =>
        _root[Variants]!.Select((variant, index) => (Words: VariantText.WordsOf((string?)variant["text"] ?? ""), Index: index)) // Read has found it
            .Where(item => item.Words == words)
            .Select(item => item.Index)
            .DefaultIfEmpty(-1)
            .First();

    /// <summary>The file's text without one variant; null where that would change anything else.</summary>
    public string? Without(int index)
    {
        var start = _items[index];
        var end = index + 1 < _items.Count
            ? BackOverComments(_lines, _items[index + 1], start, int.MaxValue)
            : _end;
        var variants = (JArray)_root[Variants]!.DeepClone(); // Read has found it
        variants.RemoveAt(index);
        return Compared([.. _lines[..start], .. _lines[end..]], variants);
    }

    private string? Compared(List<string> lines, JArray variants)
    {
        var text = string.Join(_newLine, lines);
        var expected = (JObject)_root.DeepClone();
        if (variants.Count > 0)
            expected[Variants] = variants;
        else
            expected[Variants] = JValue.CreateNull(); // the last one taken out leaves an empty field
        try
        {
            return JToken.DeepEquals(YamlFile.Parse("", text).Root, expected) ? text : null;
        }
        catch (DataFaultsException)
        {
            return null;
        }
    }

    // Blank lines and comments above the next thing belong to it, unless they are indented as deeply as the items are.
    private static int BackOverComments(List<string> lines, int next, int floor, int dash)
    {
        var end = next;
        while (end - 1 > floor && IsOfNext(lines[end - 1], dash))
            end--;
        return end;
    }

    private static bool IsOfNext(string line, int dash)
    {
        var start = line.TrimStart();
        return start.Length == 0 || (start[0] == '#' && line.Length - start.Length < Math.Max(dash, 1));
    }

    private static List<string> LinesOf(string text) => [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n')];

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
