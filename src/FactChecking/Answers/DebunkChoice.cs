using FactChecking.Dossiers;
using FactChecking.Languages;

namespace FactChecking.Answers;

/// <summary>Which fact-checks a reply shows: of this very claim before others, by fact-checkers before parties, each publisher once.</summary>
internal static class DebunkChoice
{
    private static readonly string[] Scopes = ["same_claim", "earlier_version", "broader_narrative", "cause", "premise", "related_claim"];

    public static IReadOnlyList<Debunk> Best(IReadOnlyList<Debunk> debunks, string language, int max)
    {
        var shown = debunks
            .Where(debunk => Scopes.Contains(debunk.Scope) && MaySpeak(debunk))
            .OrderBy(debunk => Array.IndexOf(Scopes, debunk.Scope))
            .ThenBy(debunk => debunk.Document.Language == language ? 0 : debunk.Document.Language == ReplyLanguages.English ? 1 : 2)
            .ThenBy(debunk => debunk.Document.PublisherType is "factchecker" or "eu_institution" or null ? 0 : 1)
            .ThenBy(debunk => debunk.PublishedRating is null ? 1 : 0)
            .ThenBy(debunk => debunk.Document.Seen == "copy" ? 1 : 0)
            .DistinctBy(debunk => debunk.Document.Publisher.Split(' ')[0])
            .ToList();
        // What reviews a neighbour is left out beside what reviews the claim.
        return [.. shown.Where(debunk => debunk.Scope == shown[0].Scope).Take(max)];
    }

    // A quote that is not the finding says nothing without the rating.
    private static bool MaySpeak(Debunk debunk) => debunk.QuoteRole switch
    {
        "finding" => debunk.Quote is not null || debunk.PublishedRating is not null || debunk.Document.Url is not null,
        "reviewed_claim" => debunk.PublishedRating is not null,
        _ => false,
    };
}
