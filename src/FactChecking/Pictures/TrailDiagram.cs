using FactChecking.Dossiers;
using FactChecking.Languages;

namespace FactChecking.Pictures;

/// <summary>
/// What a picture of a trail shows: one row a carrier, the earliest first, and an arrow for each relay that a source asserts.
/// Rows that only follow each other in time have no arrow between them.
/// </summary>
/// <param name="Rows">The carriers.</param>
/// <param name="Arrows">From which row to which.</param>
/// <param name="Language">The language of the names, one of <see cref="ReplyLanguages.All"/>.</param>
internal sealed record TrailDiagram(IReadOnlyList<TrailRow> Rows, IReadOnlyList<(int From, int To)> Arrows, string Language)
{
    // Fewer are as plain in words.
    private const int FewestArrows = 3;

    // Telegram takes 1024 characters under a picture.
    private const int LongestDescription = 1_000;

    /// <summary>The diagram of a trail; null when it has fewer than three relays.</summary>
    public static TrailDiagram? Of(OriginTrail trail, string language)
    {
        if (trail.Relays.Count < FewestArrows)
            return null;

        var shown = TrailOrder.Of(trail.Relays);
        var numbers = shown.Select((appearance, index) => (appearance.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        return new TrailDiagram(
            [.. shown.Select(appearance => new TrailRow(appearance.NameIn(language), appearance.Date))],
            [.. trail.Relays.Select(relay => (numbers[relay.From.Id], numbers[relay.To.Id])).Distinct()],
            language);
    }

    /// <summary>The same for those who cannot see it, plain text: every arrow, as many as a caption holds.</summary>
    /// <param name="title">What the whole is called.</param>
    public string Describe(string title) => Arrows
        .Select(arrow => $"{Rows[arrow.From].Name} ({Rows[arrow.From].Date}) → {Rows[arrow.To].Name} ({Rows[arrow.To].Date})")
        .Aggregate(title, (text, line) => text.Length + line.Length < LongestDescription ? $"{text}\n{line}" : text);
}

internal sealed record TrailRow(string Name, string Date);
