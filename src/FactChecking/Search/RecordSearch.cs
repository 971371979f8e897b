using System.Globalization;
using System.Text;
using Dapper;
using FactChecking.Knowledge;
using FactChecking.Languages;
using Microsoft.Data.Sqlite;

namespace FactChecking.Search;

/// <summary>
/// Finds records as one types, in any of the languages: by title, name, alias, domain, id, publisher and wordings. What a
/// search costs is bounded, however common its words are.
/// </summary>
public sealed class RecordSearch(KnowledgeBase knowledge, TimeProvider clock)
{
    // Words that more records hold than these tell little: then the newest come first, and nothing is counted or compared.
    private const int MaxRanked = 1_000;

    // Nobody turns so many pages; who reads all records exports them.
    private const int LastPlace = 10_000;

    private const int MaxCalledSo = 50;

    // Before this there were no fact-checks, and a query need not name every year since the Flood.
    private const int EarliestYear = 1990;

    // Databases of earlier versions that hold imported records only are read as they are, without these tables.
    private const string HasEntries = "select count(*) from sqlite_schema where name = 'record_entries'";

    private const string Columns = "number as Number, kind as Kind, id as Id, title as Title, detail as Detail, date as Date";

    private const string SelectList = $"""
        select {Columns}
        from record_entries
        where number in (
            select number
            from record_lists
            where kind = @kind and language = @language and (date, number) < (@date, @number)
            order by date desc, number desc
            limit @limit)
        order by date desc, number desc
        """;

    private const string SelectCalledSo = """
        select number
        from record_keys
        where key = @key
        order by number desc
        limit @max
        """;

    private const string CountKinds = """
        select kind as Kind, count(*) as Count
        from record_entries
        where number in (select rowid from record_search where record_search match @words limit @max)
        group by kind
        """;

    private const string Fits = """
        date >= @since and (not @isReviewed or exists (
            select 1
            from debunks
            where claim_id = record_entries.id and scope = 'same_claim' and quote_role <> 'context'))
        """;

    // bm25() is negative and lower is better. A word of a title or name counts ten times one of a wording or publisher.
    // For each word that is matched it counts all records that have it, so that facets, which most have, are looked up instead.
    private const string SelectRanked = $"""
        select {Columns}
        from (
            select rowid as place, bm25(record_search, 10.0, 1.0, 0.0) as rank
            from record_search
            where record_search match @words)
        join record_entries on record_entries.number = place
        where (@kind is null or kind = @kind)
            and (@language is null or exists (
                select 1
                from record_lists
                where record_lists.number = place and record_lists.language = @language collate nocase))
            and (@site is null or place in (select rowid from record_search where record_search match @site))
            and {Fits} and number not in @calledSo
        order by rank, number desc
        limit @limit offset @offset
        """;

    private const string SelectNewest = $"""
        select {Columns}
        from record_search
        join record_entries on record_entries.number = record_search.rowid
        where record_search match @match and {Fits} and number not in @calledSo
        order by record_search.rowid desc
        limit @limit offset @offset
        """;

    private const string SelectThese = $"""
        select {Columns}
        from record_search
        join record_entries on record_entries.number = record_search.rowid
        where record_search match @match and {Fits} and number in @calledSo
        order by number desc
        """;

    /// <summary>A page of what is looked for.</summary>
    public RecordPage Find(RecordQuery query)
    {
        var words = SearchWords.Query(query.Words);
        var limit = Math.Clamp(query.Limit, 1, RecordQuery.MaxRecords);
        return knowledge.Current.Read(connection => connection.ExecuteScalar<long>(HasEntries) == 0
            ? new RecordPage([], null, new Dictionary<RecordKind, int>())
            : words is null && query is { Site: null, Since: null, IsReviewed: false }
                ? List(connection, query, limit)
                : Search(connection, query, words, limit));
    }

    private static RecordPage List(SqliteConnection connection, RecordQuery query, int limit)
    {
        var (date, number) = ListPlace(query.After);
        var rows = connection.Query<Row>(SelectList, new
        {
            kind = Name(query.Kind ?? RecordKind.Claim),
            language = query.Language ?? "",
            date,
            number,
            limit = limit + 1,
        }).ToList();
        return Page(rows, limit, last => Encode(string.Create(CultureInfo.InvariantCulture, $"{last.Number} {last.Date}")), []);
    }

    private RecordPage Search(SqliteConnection connection, RecordQuery query, string? words, int limit)
    {
        var offset = int.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? Math.Min(after, LastPlace) : 0;
        var counts = words is null
            ? []
            : connection.Query<(string Kind, int Count)>(CountKinds, new { words, max = MaxRanked + 1 })
                .ToDictionary(row => Kind(row.Kind), row => row.Count);
        var isRanked = words is not null && counts.Values.Sum() <= MaxRanked;
        var parameters = new
        {
            match = string.Join(" AND ", Facets(words is null ? query with { Kind = query.Kind ?? RecordKind.Claim } : query).Prepend(words).OfType<string>()),
            words,
            kind = query.Kind is { } kind ? Name(kind) : null,
            language = query.Language,
            site = query.Site is { } site ? SiteFacet(site) : null,
            isReviewed = query.IsReviewed,
            since = query.Since?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            calledSo = connection.Query<long>(SelectCalledSo, new { key = SearchWords.Of(query.Words ?? ""), max = MaxCalledSo }).ToList(),
        };
        var first = parameters.calledSo.Count == 0 ? [] : connection.Query<Row>(SelectThese, parameters).ToList();
        var rows = first.Skip(offset).ToList();
        if (rows.Count <= limit)
        {
            rows.AddRange(connection.Query<Row>(isRanked ? SelectRanked : SelectNewest, new
            {
                parameters.match,
                parameters.words,
                parameters.kind,
                parameters.language,
                parameters.site,
                parameters.isReviewed,
                parameters.since,
                parameters.calledSo,
                limit = limit + 1 - rows.Count,
                offset = Math.Max(0, offset - first.Count),
            }));
        }
        var next = offset + limit;
        return Page(rows, limit, _ => next < LastPlace ? next.ToString(CultureInfo.InvariantCulture) : null, isRanked ? counts : []);
    }

    private IEnumerable<string> Facets(RecordQuery query)
    {
        if (query.Kind is { } kind)
            yield return $"facets : \"{SearchWords.Facet(kind)}\"";
        if (query.Language is { } language)
            yield return $"facets : \"{SearchWords.LanguageFacet(language)}\"";
        if (query.Site is { } site)
            yield return SiteFacet(site);
        // Days are told apart afterwards; the years keep that short.
        if (query.Since is { Year: >= EarliestYear } since)
            yield return $"facets : ({string.Join(" OR ", Years(since).Select(year => $"\"{SearchWords.YearFacet(year)}\""))})";
    }

    private static string SiteFacet(string site) => $"facets : \"{SearchWords.SiteFacet(site)}\"";

    // Records do not come from the future, but their clocks may be ahead.
    private IEnumerable<int> Years(DateOnly since) => Enumerable.Range(since.Year, Math.Max(1, clock.GetUtcNow().Year + 2 - since.Year));

    private static RecordPage Page(List<Row> rows, int limit, Func<Row, string?> next, Dictionary<RecordKind, int> kinds) => new(
        [.. rows.Take(limit).Select(row => new FoundRecord(Kind(row.Kind), row.Id, row.Title, row.Detail, row.Date is "" ? null : row.Date))],
        rows.Count > limit ? next(rows[limit - 1]) : null,
        kinds);

    private static (string Date, long Number) ListPlace(string? after)
    {
        if (Decode(after)?.Split(' ', 2) is [var number, var date] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return (date, place);
        return ("\uFFFF", long.MaxValue); // above every date
    }

    private static string Encode(string place) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(place));

    private static string? Decode(string? after)
    {
        try
        {
            return after is null ? null : Encoding.UTF8.GetString(Convert.FromHexString(after));
        }
        catch (FormatException) // not ours: the first page
        {
            return null;
        }
    }

    private static string Name(RecordKind kind) => kind.ToString().ToLowerInvariant();

    private static RecordKind Kind(string name) => Enum.Parse<RecordKind>(name, ignoreCase: true);

    private sealed record Row(long Number, string Kind, string Id, LocalizedText Title, string? Detail, string Date);
}
