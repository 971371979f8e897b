using Dapper;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace FactChecking.Tests.Storage;

public sealed class StatementKeepingConnectionTests : IDisposable
{
    private readonly StatementCachingConnection _connection = new("Data Source=:memory:");

    public StatementKeepingConnectionTests()
    {
        _connection.Open();
        _connection.Execute("create table words (id integer primary key, word text not null) strict");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void A_statement_run_again_has_its_new_values()
    {
        foreach (var (id, word) in ((long, string)[])[(1, "one"), (2, "two")])
            Assert.Equal(1, _connection.Execute("insert into words (id, word) values (@id, @word)", new { id, word }));

        Assert.Equal(["one", "two"], _connection.Query<string>("select word from words order by id"));
        Assert.Equal("two", _connection.ExecuteScalar<string>("select word from words where id = @id", new { id = 2 }));
        Assert.Null(_connection.ExecuteScalar<string>("select word from words where id = @id", new { id = 3 }));
    }

    [Fact]
    public void A_statement_that_failed_works_the_next_time()
    {
        const string Insert = "insert into words (id, word) values (@id, @word)";

        Assert.Throws<SqliteException>(() => _connection.Execute(Insert, new { id = 1, word = (string?)null }));
        Assert.Equal(1, _connection.Execute(Insert, new { id = 1, word = "one" }));
    }

    [Fact]
    public void A_statement_sees_a_table_that_was_changed()
    {
        const string Select = "select * from words";
        Assert.Empty(_connection.Query(Select));

        _connection.Execute("alter table words add column language text");
        _connection.Execute("insert into words (id, word, language) values (1, 'one', 'en')");

        Assert.Equal("en", (string)_connection.QuerySingle(Select).language);
    }

    [Fact]
    public void More_statements_than_are_kept_work_all_the_same()
    {
        for (var number = 0; number < 1000; number++)
            Assert.Equal(number, _connection.ExecuteScalar<int>($"select {number}"));
    }
}
