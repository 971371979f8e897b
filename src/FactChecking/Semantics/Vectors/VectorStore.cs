using Dapper;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace FactChecking.Semantics.Vectors;

/// <summary>
/// Keeps the vectors of one model in a file of their own, as a publication replaces the knowledge database. They are found
/// by what was embedded, not by where it stands: a text that has not changed is never embedded twice. One thread uses it.
/// </summary>
internal sealed class VectorStore : IDisposable
{
    private const string InsertModel = "insert into models (id) values (@id) on conflict (id) do nothing";

    private const string SelectModel = "select number from models where id = @id";

    private const string SelectVector = "select components from vectors where model = $model and fingerprint = $fingerprint";

    private const string InsertVector = """
        insert into vectors (model, fingerprint, components)
        values ($model, $fingerprint, $components)
        on conflict (model, fingerprint) do update set components = excluded.components
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _select;
    private readonly SqliteCommand _insert;

    /// <exception cref="DatabaseRefusedException">The file is newer than this program, or not of this kind.</exception>
    public VectorStore(SqliteFile file, string modelId)
    {
        _connection = file.OpenForWriting();
        try
        {
            DatabaseSchema.Vectors.Migrate(_connection);
            _connection.Execute(InsertModel, new { id = modelId });
            var model = _connection.QuerySingle<long>(SelectModel, new { id = modelId });
            _select = Prepare(SelectVector, model);
            _insert = Prepare(InsertVector, model);
            _insert.Parameters.Add("$components", SqliteType.Blob);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The vector of the text with this fingerprint; null: it was not embedded yet.</summary>
    public QuantisedVector? Find(byte[] fingerprint)
    {
        _select.Parameters["$fingerprint"].Value = fingerprint;
        return _select.ExecuteScalar() is byte[] components ? QuantisedVector.FromBytes(components) : null;
    }

    /// <summary>Keeps vectors, all of them or none.</summary>
    public void Add(IEnumerable<(byte[] Fingerprint, QuantisedVector Vector)> vectors)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var (fingerprint, vector) in vectors)
        {
            _insert.Parameters["$fingerprint"].Value = fingerprint;
            _insert.Parameters["$components"].Value = vector.ToBytes();
            _insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public void Dispose()
    {
        _select.Dispose();
        _insert.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string statement, long model)
    {
        var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.Parameters.AddWithValue("$model", model);
        command.Parameters.Add("$fingerprint", SqliteType.Blob);
        return command;
    }
}
