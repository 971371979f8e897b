using System.Data;
using Microsoft.Data.Sqlite;

namespace FactChecking.Storage;

/// <summary>
/// A connection that compiles a statement once: the library and Dapper compile each anew, which costs more than running most
/// of them. Two readers of the same statement cannot be open at once.
/// </summary>
internal sealed class StatementCachingConnection(string connectionString) : SqliteConnection(connectionString)
{
    // The statements of a program are few; what is put together for a list of values is not worth keeping.
    private const int MaxKept = 200;

    private readonly Dictionary<string, SqliteCommand> _kept = [];

    public override SqliteCommand CreateCommand() => new KeptCommand(this)
    {
        Connection = this,
        CommandTimeout = DefaultTimeout,
        Transaction = Transaction,
    };

    protected override void Dispose(bool disposing)
    {
        foreach (var command in _kept.Values)
            command.Dispose();
        _kept.Clear();
        base.Dispose(disposing);
    }

    private SqliteCommand? Kept(string text)
    {
        if (!_kept.TryGetValue(text, out var command) && _kept.Count < MaxKept)
            _kept[text] = command = new SqliteCommand(text, this);
        return command;
    }

    private sealed class KeptCommand(StatementCachingConnection connection) : SqliteCommand
    {
        // The other ways to execute a command all lead here.
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (connection.Kept(CommandText) is not { } kept)
                return base.ExecuteReader(behavior);
            SetValues(kept.Parameters);
            kept.Transaction = Transaction;
            kept.CommandTimeout = CommandTimeout;
            return kept.ExecuteReader(behavior);
        }

        // Dapper's names have no sign before them, and the library asks SQLite for each with every sign that there is. So the kept
        // statement has parameters of its own, with the sign that all statements here use.
        private void SetValues(SqliteParameterCollection kept)
        {
            if (!HasNamesOf(kept))
            {
                kept.Clear();
                foreach (SqliteParameter parameter in Parameters)
                    kept.AddWithValue(Signed(parameter.ParameterName), parameter.Value);
                return;
            }

            for (var index = 0; index < kept.Count; index++)
                kept[index].Value = Parameters[index].Value;
        }

        private bool HasNamesOf(SqliteParameterCollection kept)
        {
            if (kept.Count != Parameters.Count)
                return false;
            for (var index = 0; index < kept.Count; index++)
            {
                var (name, given) = (kept[index].ParameterName, Parameters[index].ParameterName);
                if (name != given && !name.AsSpan(1).SequenceEqual(given))
                    return false;
            }

            return true;
        }

        private static string Signed(string name) => name[0] is '@' or '$' or ':' ? name : '@' + name;
    }
}
