using BotHost.Store.Database;
using Dapper;
using FactChecking.Curation.DataFiles;

namespace FactChecking.Curation.OutletDrafts;

/// <summary>
/// Drafts of outlets. They lie in the bot's own database, not among the records: what answers are made from then holds
/// only what a maintainer has published.
/// </summary>
public sealed class OutletDraftStore(BotDatabase database, TimeProvider clock)
{
    private const string DeleteList = "delete from outlet_drafts where list = @list";

    private const string Insert = """
        insert into outlet_drafts (list, list_url, licence, list_date, read_on, file, line, name, house, country, domain, url, telegram, quoted_label, named_source, note)
        values (@List, @ListUrl, @Licence, @ListDate, @ReadOn, @File, @Line, @Name, @Group, @Country, @Domain, @Url, @Telegram, @QuotedLabel, @NamedSource, @Note)
        """;

    private const string Select = """
        select list as List, list_url as ListUrl, licence as Licence, list_date as ListDate, read_on as ReadOn, file as File, line as Line,
            name as Name, house as "Group", country as Country, domain as Domain, url as Url, telegram as Telegram,
            quoted_label as QuotedLabel, named_source as NamedSource, note as Note
        from outlet_drafts
        """;

    private const string SelectAll = $"{Select} order by list, line";

    private const string SelectOne = $"{Select} where list = @list and line = @line";

    private const string DeleteOne = "delete from outlet_drafts where list = @list and line = @line";

    /// <summary>Puts the drafts of a list in place of those that an earlier import of the same list left.</summary>
    /// <param name="file">The list, CSV.</param>
    /// <param name="listDate">The list's day, ISO 8601; null if unknown.</param>
    /// <param name="leaveOutFaulty">Rows that are wrong are left out; else one of them stops the import.</param>
    /// <returns>How many drafts it holds, and what was wrong with the rows that were left out.</returns>
    /// <exception cref="DataFaultsException">A row is wrong, or the list is not known; nothing was stored.</exception>
    public async Task<(int Stored, IReadOnlyList<DataFault> LeftOut)> ImportAsync(string file, string? listDate, bool leaveOutFaulty = false)
    {
        var (drafts, faults) = OutletListReader.Read(file, listDate, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (faults.Count > 0 && !leaveOutFaulty)
            throw new DataFaultsException(faults);
        var stored = await database.RunAsync(connection =>
        {
            foreach (var list in drafts.Select(draft => draft.List).Distinct())
                connection.Execute(DeleteList, new { list });
            return connection.Execute(Insert, drafts);
        });
        return (stored, faults);
    }

    /// <summary>All drafts, list by list in the order of its lines.</summary>
    public Task<IReadOnlyList<OutletDraft>> ListAsync() => database.RunAsync(
        IReadOnlyList<OutletDraft> (connection) => [.. connection.Query<OutletDraft>(SelectAll)]);

    /// <summary>The draft of a line of a list; null when there is none.</summary>
    public Task<OutletDraft?> FindAsync(string list, long line) => database.RunAsync(
        connection => connection.QuerySingleOrDefault<OutletDraft>(SelectOne, new { list, line }));

    /// <summary>Drops a draft. The next import of its list brings it again.</summary>
    /// <returns>False when there was none.</returns>
    public Task<bool> DiscardAsync(string list, long line) => database.RunAsync(
        connection => connection.Execute(DeleteOne, new { list, line }) > 0);
}
