using System.Globalization;
using BotHost.Store.Database;
using Dapper;
using FactChecking.Text;

namespace FactChecking.Curation.Exchange.Feeds;

/// <summary>
/// Drafts of debunks, apart from the records: what answers are made from holds only what a maintainer let in. Of one that was
/// dealt with the address alone is kept.
/// </summary>
public sealed class ImportDraftStore(BotDatabase database, TimeProvider clock)
{
    private const string Insert = """
        insert into import_drafts (state, link, url, title, summary, published, language, publisher, origin, licence, read_on)
        values ('open', @Link, @Url, @Title, @Summary, @Published, @Language, @Publisher, @Source, @Licence, @Day)
        on conflict (link) do update set
            url = excluded.url, title = excluded.title, summary = excluded.summary, published = excluded.published,
            language = excluded.language, publisher = excluded.publisher, origin = excluded.origin, licence = excluded.licence
        where state = 'open'
        """;

    private const string Select = """
        select number as Number, url as Url, title as Title, summary as Summary, published as Published, language as Language,
            publisher as Publisher, origin as Source, licence as Licence
        from import_drafts
        where state = 'open'
        """;

    private const string SelectAll = $"{Select} order by number";

    private const string SelectOne = $"{Select} and number = @number";

    private const string SelectByLink = $"{Select} and link = @link";

    private const string SelectIsClosed = "select count(*) from import_drafts where link = @link and state <> 'open'";

    private const string Close = """
        update import_drafts set state = @state, title = '', summary = null, publisher = ''
        where number = @number and state = 'open'
        """;

    /// <summary>The drafts that wait, the oldest first.</summary>
    public Task<IReadOnlyList<ImportDraft>> ListAsync() => database.RunAsync(
        IReadOnlyList<ImportDraft> (connection) => [.. connection.Query<ImportDraft>(SelectAll)]);

    /// <summary>A draft that waits; null when there is none of that number.</summary>
    public Task<ImportDraft?> FindAsync(long number) => database.RunAsync(
        connection => connection.QuerySingleOrDefault<ImportDraft>(SelectOne, new { number }));

    /// <summary>What is held of an address: the draft that waits, or that a maintainer has dealt with one.</summary>
    internal Task<(ImportDraft? Open, bool IsClosed)> FindByUrlAsync(string url) => database.RunAsync(connection =>
    {
        var link = CanonicalLink.Of(url);
        return (connection.QuerySingleOrDefault<ImportDraft>(SelectByLink, new { link }), connection.ExecuteScalar<long>(SelectIsClosed, new { link }) > 0);
    });

    /// <summary>Adds drafts; those that wait already are brought up to date, those that were dealt with are left alone.</summary>
    /// <returns>How many were added or brought up to date.</returns>
    internal Task<int> AddAsync(IReadOnlyList<ImportDraft> drafts) => database.RunAsync(connection => connection.Execute(Insert, drafts.Select(draft => new
    {
        Link = CanonicalLink.Of(draft.Url),
        draft.Url,
        draft.Title,
        draft.Summary,
        draft.Published,
        draft.Language,
        draft.Publisher,
        draft.Source,
        draft.Licence,
        Day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    })));

    /// <summary>Marks a draft as rejected.</summary>
    /// <returns>False when there is none of that number.</returns>
    public Task<bool> RejectAsync(long number) => CloseAsync(number, "rejected");

    /// <summary>Marks a draft as accepted.</summary>
    internal Task<bool> CloseAcceptedAsync(long number) => CloseAsync(number, "accepted");

    private Task<bool> CloseAsync(long number, string state) =>
        database.RunAsync(connection => connection.Execute(Close, new { number, state }) > 0);
}
