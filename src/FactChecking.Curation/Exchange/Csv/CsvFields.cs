using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;

namespace FactChecking.Curation.Exchange.Csv;

/// <summary>The fields of a record in CSV, and the names under which others write them.</summary>
internal static class CsvFields
{
    /// <summary>The fields in the order in which they are exported, each with headers that are taken for it, the likeliest
    /// first: its own name where that is not among them. A "title" beside a "claim" is that of the page.</summary>
    public static readonly IReadOnlyList<(string Name, string[] Guesses, Func<ImportRecord, string?> Of)> All =
    [
        ("id", [], record => record.Id),
        ("lang", ["language", "inlanguage"], record => record.Lang),
        ("title", ["claim", "claimreviewed", "claimtext", "statement", "factcheckedclaim", "title", "headline"], record => record.Title),
        ("headline", ["headline", "reviewtitle", "articletitle", "pagetitle", "title"], record => record.Headline),
        ("text", ["summary", "description", "body", "reviewbody", "explanation"], record => record.Text),
        ("url", ["link", "address", "reviewurl", "factcheckurl", "articleurl", "source_url"], record => record.Url),
        ("date", ["datepublished", "published", "reviewdate", "publicationdate", "pubdate"], record => record.Date),
        ("publisher", ["organization", "organisation", "factchecker", "reviewer", "outlet", "site", "reviewauthor"], record => record.Publisher),
        ("publisher_url", ["publishersite", "publisherdomain"], record => record.PublisherUrl),
        ("author", ["writer", "byline"], record => record.Author),
        ("rating", ["verdict", "label", "textualrating", "rating_name", "conclusion", "ruling"], record => record.Rating),
        ("claimant", ["speaker", "saidby", "claimedby", "claimauthor"], record => record.Claimant),
        ("claim_date", ["dateofclaim", "saidon"], record => record.ClaimDate),
        ("appearances", ["appearance", "seenat", "claimurl"], record => record.Appearances is { } list ? string.Join(' ', list) : null),
        ("first_appearance", ["firstseenat"], record => record.FirstAppearance),
        ("source", ["dataset"], record => record.Source),
        ("licence", ["license", "sdlicense"], record => record.Licence),
    ];

    /// <summary>The column of each field that the header has: as it was said, else by its name.</summary>
    /// <exception cref="ImportRefusedException">A field or column that was named does not exist, or there is nothing that says what was checked.</exception>
    public static IReadOnlyDictionary<string, int> ColumnsOf(string[] header, IReadOnlyDictionary<string, string> said, string file)
    {
        var columns = Guess(header, said, file);
        return columns.ContainsKey("title") || columns.ContainsKey("text")
            ? columns
            : throw new ImportRefusedException(file, "line 1", "title", $"no column says what was checked; there are: {string.Join(", ", header)}", "Say which column it is (on the command line: --map title=COLUMN,url=COLUMN,…)");
    }

    /// <summary>The same, whether or not it is enough. A field that was said to have no column, by an empty text, has none.</summary>
    /// <exception cref="ImportRefusedException">A field or column that was named does not exist.</exception>
    public static IReadOnlyDictionary<string, int> Guess(string[] header, IReadOnlyDictionary<string, string> said, string file)
    {
        var names = string.Join(", ", All.Select(field => field.Name));
        if (said.Keys.FirstOrDefault(field => All.All(known => known.Name != field)) is { } unknown)
            throw new ImportRefusedException(file, "", unknown, "is no field", $"Fields are: {names}");
        if (said.FirstOrDefault(pair => pair.Value.Length > 0 && !header.Contains(pair.Value)) is { Key: { } field, Value: var missing })
            throw new ImportRefusedException(file, "line 1", field, $"there is no column “{missing}”", $"The columns are: {string.Join(", ", header)}");

        var columns = said.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Key, pair => Array.IndexOf(header, pair.Value));
        var plain = header.Select(Plain).ToArray();
        foreach (var (name, guesses, _) in All.Where(known => !said.ContainsKey(known.Name)))
        {
            var column = ((string[])(guesses.Contains(name) ? guesses : [name, .. guesses])).Select(guess => Array.IndexOf(plain, Plain(guess))).FirstOrDefault(at => at >= 0 && !columns.ContainsValue(at), -1);
            if (column >= 0)
                columns[name] = column;
        }
        return columns;
    }

    private static string Plain(string header) =>
        string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
