using System.Diagnostics;
using System.Text.Json;
using FactChecking.Curation.Publishing;
using FactChecking.Foundation;
using FactChecking.Storage;

namespace FactChecking.Benchmarks;

/// <summary>The databases of a set by their size, each imported once and kept for the next run.</summary>
internal sealed class BenchmarkDatabases(BenchmarkSet set, string folder)
{
    public IReadOnlyList<string> Messages => set.Messages;

    public SqliteFile Get(int records)
    {
        var file = new SqliteFile(Path.Combine(folder, $"{set.Name}-{records}.db"));
        if (!File.Exists(file.Path))
            Import(file, records);
        return file;
    }

    /// <summary>A folder for what another engine makes of the same records.</summary>
    public string FolderOf(string engine, int records) =>
        Directory.CreateDirectory(Path.Combine(folder, $"{set.Name}-{records}-{engine}")).FullName;

    /// <summary>So many records of the set, grown.</summary>
    public IEnumerable<ImportRecord> Take(int records) => new GrownRecords(set).Take(records);

    private void Import(SqliteFile file, int records)
    {
        Directory.CreateDirectory(folder);
        var lines = $"{file.Path}.jsonl";
        File.WriteAllLines(lines, new GrownRecords(set).Take(records).Select(record => JsonSerializer.Serialize(record, FactCheckingJson.Plain)));
        var started = Stopwatch.GetTimestamp();
        new RecordsImport(new KnowledgePublisher(file, TimeProvider.System)).Import(lines);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"Imported {records} records, {new FileInfo(lines).Length / records} bytes each: {seconds:0.0} s, {records / seconds:0} records/s");
        File.Delete(lines);
    }
}
