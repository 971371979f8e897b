using BotHost.Store.Database;
using Dapper;
using FactChecking.Curation.Exchange.Formats;

namespace FactChecking.Curation.DeskImports;

/// <summary>Who imported what at the desk, and when.</summary>
public sealed class ImportNoteStore(BotDatabase database, TimeProvider clock)
{
    private const string Insert = """
        insert into import_notes (at, author, file, format, stored, repeated, left_out)
        values (@At, @Author, @File, @Format, @Stored, @Repeated, @LeftOut)
        returning number
        """;

    private const string Columns = "number as Number, at as At, author as Author, file as File, format as Format, stored as Stored, repeated as Repeated, left_out as LeftOut";

    private const string SelectLatest = $"select {Columns} from import_notes order by number desc limit @max";

    private const string SelectOne = $"select {Columns} from import_notes where number = @number";

    /// <summary>The newest, the last first.</summary>
    public Task<IReadOnlyList<ImportNote>> LatestAsync(int max) => database.RunAsync(
        IReadOnlyList<ImportNote> (connection) => [.. connection.Query<ImportNote>(SelectLatest, new { max })]);

    /// <summary>The note with this number; null when there is none.</summary>
    public Task<ImportNote?> FindAsync(long number) => database.RunAsync(
        connection => connection.QuerySingleOrDefault<ImportNote>(SelectOne, new { number }));

    internal Task<long> AddAsync(string author, string file, string format, int stored, int repeated, int leftOut) => database.RunAsync(
        connection => connection.ExecuteScalar<long>(Insert, new
        {
            At = Timestamp.Of(clock.GetUtcNow()),
            Author = author,
            File = file,
            Format = format,
            Stored = stored,
            Repeated = repeated,
            LeftOut = leftOut,
        }));
}

/// <summary>An import as it was noted.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="At">When, ISO 8601 in UTC.</param>
/// <param name="Author">Who imported.</param>
/// <param name="File">The file's name, or the address of a feed.</param>
/// <param name="Format">One of <see cref="ExchangeFormat"/>.</param>
/// <param name="Stored">Records, drafts or files that were stored or, of data files, taken out.</param>
/// <param name="Repeated">Items that stood in the file before, or were known already.</param>
/// <param name="LeftOut">Items that were wrong and left out.</param>
public sealed record ImportNote(long Number, string At, string Author, string File, string Format, long Stored, long Repeated, long LeftOut);
