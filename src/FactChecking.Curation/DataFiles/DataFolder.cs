using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FactChecking.Curation.DataFiles.Records;
using FactChecking.Foundation;
using FactChecking.Variants;
using NJsonSchema;
using NJsonSchema.Validation;

namespace FactChecking.Curation.DataFiles;

/// <summary>
/// The curated records as files: one folder a concept, one YAML file a record, named after its id. The shape, the enums
/// and "every record has evidence" are said once, in <c>schema/*.schema.json</c>, which editors use as well.
/// </summary>
public sealed class DataFolder(string path)
{
    // Without a folder in the settings there is none: this name is that of no file.
    private readonly string _path = path.Length == 0 ? Path.GetFullPath("no data folder is set\u0001") : Path.GetFullPath(path);

    /// <summary>There is such a folder, so that records can be read from it and written into it.</summary>
    public bool Exists => Directory.Exists(_path);

    /// <summary>A hash of every record file; equal when nothing has changed since.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Concepts.SelectMany(concept => FilesOf(concept.Folder)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Relative(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What there is to say about the folder; no faults when it is sound.</summary>
    public Task<DataFindings> ValidateAsync(CancellationToken cancellationToken) => ValidateAsync(null, cancellationToken);

    /// <summary>What there would be to say if one file had another text.</summary>
    /// <param name="change">The change; null: all as it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<DataFindings> ValidateAsync(FileChange? change, CancellationToken cancellationToken)
    {
        var (_, findings) = await ReadWithFindingsAsync(change, cancellationToken);
        return findings;
    }

    /// <summary>Reads all records.</summary>
    /// <param name="change">A change that is not in the folder yet; null: all as it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataFaultsException">Something is wrong; it lists every fault.</exception>
    internal async Task<CuratedRecords> ReadAsync(FileChange? change, CancellationToken cancellationToken)
    {
        var (records, findings) = await ReadWithFindingsAsync(change, cancellationToken);
        return findings.Faults.Count == 0 ? records : throw new DataFaultsException(findings.Faults);
    }

    /// <summary>The kinds of record, each the name of a folder.</summary>
    public static IReadOnlyList<string> Kinds => [.. Concepts.Select(concept => concept.Folder)];

    /// <summary>The ids of all records of a kind, in order.</summary>
    public IReadOnlyList<string> IdsOf(string kind) => [.. FilesOf(kind).Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>The full path of a record's file; null when there is none.</summary>
    internal string? FindFile(string kind, string id) =>
        FilesOf(kind).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);

    /// <summary>Where the file of a record that is not there yet belongs.</summary>
    internal string NewFile(string kind, string id) => Path.Combine(_path, kind, $"{id}.yaml");

    /// <summary>Name of the schema of a kind, which is also what one record of it is called: claim, outlet_policy …; null where it has no folder.</summary>
    internal static string? SchemaOf(string kind) => Concepts.SingleOrDefault(concept => concept.Folder == kind)?.Schema;

    /// <summary>The full path of a schema.</summary>
    internal string SchemaFile(string schema) => Path.Combine(_path, "schema", $"{schema}.schema.json");

    /// <summary>The name of a file of the folder as findings give it.</summary>
    internal string NameOf(string file) => Relative(file);

    private async Task<(CuratedRecords Records, DataFindings Findings)> ReadWithFindingsAsync(
        FileChange? change, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_path))
            return (new CuratedRecords(), new DataFindings([new DataFault(_path, 1, "there is no such folder")], []));

        var records = new CuratedRecords();
        var faults = new List<DataFault>();
        var files = new Dictionary<string, YamlFile>(StringComparer.Ordinal);
        foreach (var concept in Concepts)
        {
            var schema = await JsonSchema.FromFileAsync(Path.Combine(_path, "schema", $"{concept.Schema}.schema.json"), cancellationToken);
            foreach (var path in FilesWith(change, concept.Folder))
            {
                var text = path == change?.File ? change.Text : await File.ReadAllTextAsync(path, cancellationToken);
                if (text is null || ReadFile(path, text, schema, faults) is not { } file)
                    continue;
                var record = (CuratedRecord)JsonSerializer.Deserialize(file.Root.ToString(), concept.Type, FactCheckingJson.Plain)!; // an object: the schema says so
                if (!files.TryAdd(record.Id, file))
                    faults.Add(new DataFault(file.Name, file.LineOf("id"), $"the id {record.Id} is taken by {files[record.Id].Name}"));
                else
                    concept.ListIn(records).Add(record);
            }
        }

        // A record that did not parse is missing from the lists, and every reference to it would read as a second fault.
        if (faults.Count == 0)
            faults.AddRange(new CrossReferences(records, files).Faults());
        return (records, new DataFindings(faults, faults.Count == 0 ? [.. DroppedVariants(records, files)] : []));
    }

    private static IEnumerable<DataFault> DroppedVariants(CuratedRecords records, Dictionary<string, YamlFile> files) =>
        records.Claims.SelectMany(claim => VariantCap.Apply(claim.SearchableVariants).Dropped.Select(dropped =>
            new DataFault(files[claim.Id].Name, files[claim.Id].LineOf($"variants[{dropped.Index}]"), $"variants[{dropped.Index}] is not searched: {dropped.Reason}")));

    private YamlFile? ReadFile(string path, string text, JsonSchema schema, List<DataFault> faults)
    {
        YamlFile file;
        try
        {
            file = YamlFile.Parse(Relative(path), text);
        }
        catch (DataFaultsException exception)
        {
            faults.AddRange(exception.Faults);
            return null;
        }

        var errors = schema.Validate(file.Root);
        faults.AddRange(errors.SelectMany(error => Describe(file, error)));
        if (errors.Count > 0)
            return null;

        var id = (string?)file.Root["id"];
        if (Path.GetFileNameWithoutExtension(path) == id)
            return file;
        faults.Add(new DataFault(file.Name, file.LineOf("id"), $"the file must be named after the record's id: {id}.yaml"));
        return null;
    }

    /// <summary>What a schema finds wrong with a file, in words.</summary>
    internal static IEnumerable<DataFault> Describe(YamlFile file, ValidationError error)
    {
        if (error is ChildSchemaValidationError nested && nested.Errors.Values.SelectMany(list => list).ToList() is { Count: > 0 } inner)
            return inner.SelectMany(child => Describe(file, child));

        var path = (error.Path ?? "").TrimStart('#', '/');
        var allowed = error.Schema.ActualSchema.Enumeration.Count > 0
            ? $" (one of {string.Join(", ", error.Schema.ActualSchema.Enumeration)})"
            : error.Schema.ActualSchema.Pattern is { } pattern ? $" (must match {pattern})" : "";
        return [new DataFault(file.Name, file.LineOf(path), $"{(path.Length == 0 ? "the record" : path)}: {Words(error.Kind)}{allowed}")];
    }

    private static string Words(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.PropertyRequired => "is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "is not a known field",
        ValidationErrorKind.NotInEnumeration => "is not a known value",
        ValidationErrorKind.PatternMismatch => "does not have the right form",
        ValidationErrorKind.TooFewItems => "needs at least one item",
        ValidationErrorKind.StringTooShort => "must not be empty",
        ValidationErrorKind.StringExpected => "must be text (put it in quotes)",
        ValidationErrorKind.BooleanExpected => "must be true or false",
        ValidationErrorKind.ArrayExpected => "must be a list",
        ValidationErrorKind.ObjectExpected => "must be a mapping of fields",
        _ => kind.ToString(),
    };

    private IEnumerable<string> FilesWith(FileChange? change, string folder) =>
        change is not null && Path.GetDirectoryName(change.File) == Path.Combine(_path, folder)
            ? FilesOf(folder).Append(change.File).Distinct().Order(StringComparer.Ordinal)
            : FilesOf(folder);

    private IEnumerable<string> FilesOf(string folder)
    {
        var path = Path.Combine(_path, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }

    private string Relative(string file) => Path.GetRelativePath(_path, file).Replace('\\', '/');

    private sealed record Concept(string Folder, string Schema, Type Type, Func<CuratedRecords, IList> ListIn);

    private static readonly Concept[] Concepts =
    [
        new("documents", "document", typeof(DocumentRecord), records => records.Documents),
        new("entities", "entity", typeof(EntityRecord), records => records.Entities),
        new("ownership", "ownership", typeof(OwnershipRecord), records => records.Ownership),
        new("labels", "label", typeof(LabelRecord), records => records.Labels),
        new("agreements", "agreement", typeof(AgreementRecord), records => records.Agreements),
        new("mechanisms", "mechanism", typeof(MechanismRecord), records => records.Mechanisms),
        new("events", "event", typeof(EventRecord), records => records.Events),
        new("narratives", "narrative", typeof(NarrativeRecord), records => records.Narratives),
        new("claims", "claim", typeof(ClaimRecord), records => records.Claims),
        new("chains", "chain", typeof(ChainRecord), records => records.Chains),
        new("outlet_policies", "outlet_policy", typeof(OutletPolicyRecord), records => records.OutletPolicies),
        new("quality_flags", "quality_flag", typeof(QualityFlagRecord), records => records.QualityFlags),
    ];
}
