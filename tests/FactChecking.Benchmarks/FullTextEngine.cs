using System.Diagnostics;
using Dapper;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace FactChecking.Benchmarks;

/// <summary>SQLite's FTS5: any of the terms, best by its bm25().</summary>
internal sealed class FullTextEngine : ISearchEngine
{
    private const string Create = "create virtual table records using fts5 (terms, content = '')";
    private const string Insert = "insert into records (rowid, terms) values ($record, $terms)";
    private const string Optimize = "insert into records (records) values ('optimize')";
    private const string Select = "select rowid from records where records match @query order by bm25(records) limit @Candidates";

    private readonly SqliteConnection _connection;

    public FullTextEngine(SqliteFile records, string folder)
    {
        var file = new SqliteFile(Path.Combine(folder, "records.db"));
        if (!File.Exists(file.Path))
            BuildTime = Build(records, file);
        Bytes = new FileInfo(file.Path).Length;
        _connection = file.OpenForReading();
    }

    public string Name => "SQLite FTS5";

    public TimeSpan? BuildTime { get; }

    public long Bytes { get; }

    public int Search(string message)
    {
        var query = string.Join(" OR ", RecordTerms.Of(message).Select(term => $"\"{term}\""));
        return query.Length == 0 ? 0 : _connection.Query<long>(Select, new { query, RecordTerms.Candidates }).Count();
    }

    private static TimeSpan Build(SqliteFile records, SqliteFile file)
    {
        var started = Stopwatch.GetTimestamp();
        using var connection = file.OpenForWriting();
        connection.Execute(Create);
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        (insert.Transaction, insert.CommandText) = (transaction, Insert);
        var (number, text) = (insert.Parameters.Add("$record", SqliteType.Integer), insert.Parameters.Add("$terms", SqliteType.Text));
        foreach (var (record, terms) in RecordTerms.Of(records))
        {
            (number.Value, text.Value) = (record, terms);
            insert.ExecuteNonQuery();
        }
        connection.Execute(Optimize, transaction: transaction);
        transaction.Commit();
        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose() => _connection.Dispose();
}
