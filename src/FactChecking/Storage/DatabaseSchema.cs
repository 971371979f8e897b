using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace FactChecking.Storage;

/// <summary>
/// One kind of database file: its mark (<c>application_id</c>) and its numbered scripts, which are embedded and run once
/// each, counted by <c>user_version</c>. A script that has shipped is never edited; the next one is added.
/// </summary>
public sealed class DatabaseSchema
{
    /// <summary>What curators publish. The mark reads "FCKB".</summary>
    public static readonly DatabaseSchema Knowledge = new(typeof(DatabaseSchema), "Knowledge", 0x46434B42);

    /// <summary>What an embedding model made of the records. The mark reads "FCVC".</summary>
    public static readonly DatabaseSchema Vectors = new(typeof(DatabaseSchema), "Vectors", 0x46435643);

    private readonly string _name;
    private readonly int _applicationId;
    private readonly Assembly _assembly;
    private readonly string[] _scripts;

    /// <param name="beside">A type in the namespace that holds <c>Migrations/NAME</c>.</param>
    /// <param name="name">The name of the kind, and of the folder of its scripts.</param>
    /// <param name="applicationId">The mark.</param>
    public DatabaseSchema(Type beside, string name, int applicationId)
    {
        _name = name;
        _applicationId = applicationId;
        _assembly = beside.Assembly;
        var prefix = $"{beside.Namespace}.Migrations.{name}.";
        _scripts = [.. _assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The schema version that this program writes.</summary>
    public int Version => _scripts.Length;

    /// <summary>Brings the open file up to this program's version, a script a transaction.</summary>
    /// <exception cref="DatabaseRefusedException">The file is newer than this program, or not of this kind.</exception>
    public void Migrate(SqliteConnection connection)
    {
        for (var version = CheckMark(connection); version < Version; version++)
        {
            using var transaction = connection.BeginTransaction(); // BEGIN IMMEDIATE
            connection.Execute(Read(_scripts[version]), transaction: transaction);
            connection.Execute(
                string.Create(CultureInfo.InvariantCulture,
                    $"pragma application_id = {_applicationId}; pragma user_version = {version + 1};"),
                transaction: transaction);
            transaction.Commit();
        }
    }

    /// <summary>Says which version the file has, and refuses one that is not ours or newer.</summary>
    /// <exception cref="DatabaseRefusedException">The file is newer than this program, or not of this kind.</exception>
    public int CheckMark(SqliteConnection connection)
    {
        var mark = connection.ExecuteScalar<int>("pragma application_id");
        var version = connection.ExecuteScalar<int>("pragma user_version");
        var hasTables = connection.ExecuteScalar<long>("select count(*) from sqlite_schema") > 0;

        if (mark != _applicationId && (mark != 0 || hasTables))
            throw new DatabaseRefusedException($"{connection.DataSource} is not a {_name.ToLowerInvariant()} database of this program. Name another file, or move this one away.");
        if (version > Version)
            throw new DatabaseRefusedException($"{connection.DataSource} has schema version {version}, newer than the {Version} that this program knows. Update the program, or name another file.");
        return version;
    }

    private string Read(string resource)
    {
        using var reader = new StreamReader(_assembly.GetManifestResourceStream(resource)!); // the name was listed from it
        return reader.ReadToEnd();
    }
}
