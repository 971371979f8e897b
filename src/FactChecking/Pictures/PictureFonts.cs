using System.Collections.Concurrent;
using FactChecking.Languages;
using SkiaSharp;

namespace FactChecking.Pictures;

/// <summary>
/// Finds a font that holds all letters of a text. The files are read directly: the library's own search needs fontconfig,
/// which small servers and containers lack.
/// </summary>
internal sealed class PictureFonts(string folder)
{
    private const int MaxFaces = 16;

    private static readonly string[] Endings = [".ttf", ".otf", ".ttc"];

    // Plain faces that people know are looked at first.
    private static readonly string[] Preferred = ["NotoSans-Regular", "NotoSansCJK-Regular", "NotoSansSC", "NotoSansTC", "DejaVuSans.", "LiberationSans-Regular", "wqy"];

    private readonly Lazy<IReadOnlyList<string>> _files = new(() => FilesIn(folder));
    private readonly ConcurrentDictionary<(string File, int Face), SKTypeface?> _typefaces = new();

    /// <summary>A font that has a glyph for every character; null when there is none.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="language">
    /// One of <see cref="ReplyLanguages.All"/>: fonts for Chinese hold the forms of each country as faces of one file, Japan's first.
    /// </param>
    public SKTypeface? Find(string text, string language) =>
        _files.Value.Where(file => Holds(Face(file, 0), text)).Select(file => FaceFor(language, file, text) ?? Face(file, 0)).FirstOrDefault();

    private SKTypeface? FaceFor(string language, string file, string text)
    {
        var ending = language switch
        {
            ReplyLanguages.SimplifiedChinese => " SC",
            ReplyLanguages.TraditionalChinese => " TC",
            _ => null,
        };
        return ending is null
            ? null
            : Enumerable.Range(0, MaxFaces)
                .Select(number => Face(file, number))
                .TakeWhile(face => face is not null)
                .FirstOrDefault(face => face!.FamilyName.EndsWith(ending, StringComparison.Ordinal) && Holds(face, text)); // null ends the row
    }

    private SKTypeface? Face(string file, int number) =>
        _typefaces.GetOrAdd((file, number), static key => SKTypeface.FromFile(key.File, key.Face));

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
