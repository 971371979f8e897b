using System.IO.Compression;
using System.Text.Json;
using FactChecking.Curation.Publishing;
using FactChecking.Foundation;

namespace FactChecking.Benchmarks;

/// <summary>Records to grow a database from, and messages to match with it.</summary>
internal sealed record BenchmarkSet(string Name, IReadOnlyList<ImportRecord> Records, IReadOnlyList<string> Messages)
{
    public const int Seed = 20220308;

    private const int MaxMessages = 500;

    private sealed record Message(string Text);

    /// <summary>Reads an evaluation set: <c>docs.jsonl.gz</c> and all <c>queries_*.jsonl</c> beside it.</summary>
    public static BenchmarkSet Read(DirectoryInfo folder)
    {
        using var unpacked = new GZipStream(File.OpenRead(Path.Combine(folder.FullName, "docs.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        var records = new List<ImportRecord>();
        while (reader.ReadLine() is { } line)
            records.Add(JsonSerializer.Deserialize<ImportRecord>(line, FactCheckingJson.Plain)!); // a line of the set is an object

        var messages = folder.GetFiles("queries_*.jsonl")
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file.FullName))
            .Select(line => JsonSerializer.Deserialize<Message>(line, FactCheckingJson.Plain)!.Text) // as above
            .ToArray();
        new Random(Seed).Shuffle(messages);
        return new BenchmarkSet(folder.Name, records, [.. messages.Take(MaxMessages)]);
    }
}
