using FactChecking.Dossiers;

namespace FactChecking.Answers;

/// <summary>A cited document as a line of the sources.</summary>
internal static class SourceLine
{
    private const int LongestTitle = 40;

    public static SourceView Of(int marker, Document document) => new(
        marker,
        Shortened(document.Name),
        document.Url is null ? Shortened(document.Title) : null,
        document.PublisherType is "government" or "eu_institution" or "igo" or "state_media" or "official_source" ? document.PublisherType : null,
        document.Date,
        document.Seen == "copy");

    private static string Shortened(string title) =>
        title.Length <= LongestTitle ? title : $"{title[..Math.Max(title.LastIndexOf(' ', LongestTitle), LongestTitle / 2)].TrimEnd(',')}…";
}
