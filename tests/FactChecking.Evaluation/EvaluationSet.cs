using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactChecking.Foundation;

namespace FactChecking.Evaluation;

/// <summary>Records, messages and which record answers which message.</summary>
internal sealed record EvaluationSet(
    string Name,
    string RecordsFile,
    IReadOnlyList<LabelledMessage> Messages,
    IReadOnlyList<LabelledMessage> NoMatch)
{
    /// <summary>Reads one set of a folder.</summary>
    /// <param name="folder">Holds docs.jsonl.gz, queries_*.jsonl, qrels_*.tsv.</param>
    /// <param name="name">How the set is called in the table.</param>
    /// <param name="queries">Name of the messages' file without ending, after "queries_".</param>
    /// <param name="noMatch">The same of the messages that nothing answers; null if there are none.</param>
    /// <param name="recordLanguage">Only records of this language; null: all.</param>
    /// <param name="work">Where to unpack.</param>
    public static EvaluationSet Read(string folder, string name, string? queries, string? noMatch, string? recordLanguage, string work)
    {
        var records = Path.Combine(work, $"{name}.jsonl");
        var ids = new HashSet<string>();
        using (var unpacked = new GZipStream(File.OpenRead(Path.Combine(folder, "docs.jsonl.gz")), CompressionMode.Decompress))
        using (var reader = new StreamReader(unpacked))
        using (var writer = new StreamWriter(records))
        {
            while (reader.ReadLine() is { } line)
            {
                var record = JsonNode.Parse(line)!; // a line of the set is an object
                if (recordLanguage is not null && (string?)record["lang"] != recordLanguage)
                    continue;
                ids.Add((string)record["id"]!); // every record has one
                if (record["ev"] is { } evidence)
                    record["ref"] ??= evidence.DeepClone();
                writer.WriteLine(record.ToJsonString());
            }
        }

        var messages = queries is null ? [] : Labelled(folder, queries, ids);
        var silent = noMatch is null ? [] : ReadMessages(Path.Combine(folder, $"queries_{noMatch}.jsonl")).ToList();
        return new EvaluationSet(name, records, messages, silent);
    }

    /// <summary>The messages in even (0) or odd (1) places.</summary>
    public EvaluationSet Half(int which) => this with
    {
        Messages = [.. Messages.Where((_, index) => index % 2 == which)],
        NoMatch = [.. NoMatch.Where((_, index) => index % 2 == which)],
    };

    private static List<LabelledMessage> Labelled(string folder, string queries, HashSet<string> records)
    {
        var answers = File.ReadLines(Path.Combine(folder, $"qrels_{queries}.tsv"))
            .Select(line => line.Split('\t'))
            .Where(row => row.Length >= 2 && records.Contains(row[1]))
            .ToLookup(row => row[0], row => row[1]);
        return [.. ReadMessages(Path.Combine(folder, $"queries_{queries}.jsonl"))
            .Select(message => message with { Answers = [.. answers[message.Id]] })
            .Where(message => message.Answers.Count > 0)];
    }

    private static IEnumerable<LabelledMessage> ReadMessages(string file) =>
        File.ReadLines(file).Select(line => JsonSerializer.Deserialize<LabelledMessage>(line, FactCheckingJson.Plain)!); // a line of the set is an object
}

/// <summary>A message and the records that answer it.</summary>
internal sealed record LabelledMessage(string Id, string Text)
{
    public IReadOnlyList<string> Answers { get; init; } = [];
}
