using System.Globalization;
using System.Text.RegularExpressions;

namespace FactChecking.Answers;

/// <summary>
/// Sets the lines of a rendered template as Telegram HTML. A line "Label | text" has a bold label; in the sources, a line
/// "[1] name | rest" has the name linked to what [1] points to; "Label | page" is a link to the claim's page; empty lines part
/// the blocks.
/// </summary>
internal static partial class ReplyLayout
{
    private const string Separator = " | ";

    public static TelegramHtml Set(string rendered, IReadOnlyList<Citation> citations, string? page = null)
    {
        var html = new TelegramHtml();
        foreach (var line in Blocks().Replace(rendered.Replace("\r", "", StringComparison.Ordinal).Trim(), "\n\n").Split('\n'))
        {
            // A template may leave nothing after the separator.
            var parts = $"{line} ".Split(Separator, 2, StringSplitOptions.TrimEntries);
            if (Source().Match(line) is { Success: true } source)
            {
                var marker = int.Parse(source.Groups[1].Value, CultureInfo.InvariantCulture);
                var name = parts[0][source.Length..];
                html.Text(source.Value).Link(name, citations.FirstOrDefault(citation => citation.Marker == marker)?.Url);
                if (parts.Length == 2)
                    html.Text(parts[1].StartsWith('(') ? $" {parts[1]}" : parts[1]);
            }
            else if (parts.Length == 2 && parts[1] == page)
            {
                html.Link(parts[0], page);
            }
            else if (parts.Length == 2)
            {
                html.Bold(parts[0]).Text(parts[1].Length > 0 && !EndsWide(parts[0]) ? $" {parts[1]}" : parts[1]);
            }
            else
            {
                html.Text(parts[0]);
            }
            html.NewLine();
        }
        return html;
    }

    // Full-width punctuation brings its own space.
    private static bool EndsWide(string label) => label is [.., '：' or '；'];

    [GeneratedRegex(@"\n\s*\n+")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\[(\d+)\] ")]
    private static partial Regex Source();
}
