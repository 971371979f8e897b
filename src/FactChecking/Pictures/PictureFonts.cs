using System.Collections.Concurrent;
using SkiaSharp;

namespace FactChecking.Pictures;

/// <summary>
/// Finds a font that holds all letters of a text. The files are read directly: the library's own search needs fontconfig,
/// which small servers and containers lack.
/// </summary>
internal sealed class PictureFonts(string folder)
{
    private static readonly string[] Endings = [".ttf", ".otf", ".ttc"];

    // Plain faces that people know are looked at first.
    private static readonly string[] Preferred = ["NotoSans-Regular", "NotoSansCJK-Regular", "NotoSansSC", "NotoSansTC", "DejaVuSans.", "LiberationSans-Regular", "wqy"];

    private readonly Lazy<IReadOnlyList<string>> _files = new(() => FilesIn(folder));
    private readonly ConcurrentDictionary<string, SKTypeface?> _typefaces = new();

    /// <summary>A font that has a glyph for every character; null when there is none.</summary>
    public SKTypeface? Find(string text) =>
        _files.Value.Select(file => _typefaces.GetOrAdd(file, static name => SKTypeface.FromFile(name))).FirstOrDefault(typeface => Holds(typeface, text));

    private static bool Holds(SKTypeface? typeface, string text)
    {
        using var font = typeface is null ? null : new SKFont(typeface);
        return font is not null && font.ContainsGlyphs(text);
    }

    private static IReadOnlyList<string> FilesIn(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .OrderBy(file => Rank(Path.GetFileName(file)))
            .ThenBy(file => file, StringComparer.Ordinal)];

    // A bold or slanted face only where nothing else holds the letters.
    private static int Rank(string file)
    {
        var preferred = Array.FindIndex(Preferred, name => file.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return preferred >= 0 ? preferred
            : file.Contains("Bold", StringComparison.OrdinalIgnoreCase) || file.Contains("Oblique", StringComparison.OrdinalIgnoreCase)
                || file.Contains("Italic", StringComparison.OrdinalIgnoreCase) ? Preferred.Length + 1
            : Preferred.Length;
    }
}
