using System.Text.Json.Nodes;
using FactChecking.Curation.DataFiles;

namespace FactChecking.Curation.Editing;

/// <summary>What the schema of a record says of one of its fields.</summary>
/// <param name="Name">As in the file; empty for an item of a list, and for the record itself.</param>
/// <param name="Type">What the field holds.</param>
/// <param name="Help">What the schema says about it.</param>
/// <param name="IsRequired">The record is refused without it.</param>
/// <param name="Choices">The values that it may have; empty: any.</param>
/// <param name="Refers">Kinds of records whose ids it may hold; empty: it holds no id.</param>
/// <param name="Fields">The fields of a group.</param>
/// <param name="Item">What a list is made of; null for what is no list.</param>
internal sealed record FieldShape(
    string Name,
    FieldType Type,
    string? Help,
    bool IsRequired,
    IReadOnlyList<string> Choices,
    IReadOnlyList<string> Refers,
    IReadOnlyList<FieldShape> Fields,
    FieldShape? Item)
{
    private const int LongText = 120;

    // Which ids a definition of common.schema.json describes, and in which folders those records are.
    private static readonly Dictionary<string, string[]> Referred = new()
    {
        ["documentId"] = ["documents"],
        ["entityId"] = ["entities"],
        ["outletId"] = ["entities"],
        ["agreementId"] = ["agreements"],
        ["narrativeId"] = ["narratives"],
        ["claimId"] = ["claims"],
        ["eventId"] = ["events"],
        ["mechanismId"] = ["mechanisms"],
        ["chainId"] = ["chains"],
    };

    /// <summary>Reads the schema of a kind of record.</summary>
    public static FieldShape OfKind(DataFolder folder, string kind)
    {
        return DataFolder.SchemaOf(kind) is { } schema
            ? Read("", Load(folder, schema), isRequired: true, help: null, Load(folder, "common"))
            : Read("", JsonNode.Parse(ImportedText.Schema)!.AsObject(), isRequired: true, help: null, []); // our own file, an object
    }

    private static JsonObject Load(DataFolder folder, string schema) =>
        JsonNode.Parse(File.ReadAllText(folder.SchemaFile(schema)))!.AsObject(); // never the text "null": validate reads it too

    private static FieldShape Read(string name, JsonObject node, bool isRequired, string? help, JsonObject common)
    {
        help ??= (string?)node["description"];
        if (node["allOf"] is JsonArray { Count: 1 } all)
            return Read(name, all[0]!.AsObject(), isRequired, help, common); // a list of schemas holds no null
        if ((string?)node["$ref"] is { } reference)
        {
            var definition = reference[(reference.LastIndexOf('/') + 1)..];
            var shape = Read(name, common["definitions"]![definition]!.AsObject(), isRequired, help, common); // else validate would have failed
            return Referred.TryGetValue(definition, out var kinds) ? shape with { Refers = kinds } : shape;
        }

        var required = (node["required"] as JsonArray ?? []).Select(item => (string?)item).ToHashSet();
        return new FieldShape(
            name,
            TypeOf(node),
            help,
            isRequired,
            [.. (node["enum"] as JsonArray ?? []).Select(item => (string)item!)], // a list of words
            [],
            [.. (node["properties"] as JsonObject ?? []).Select(field => Read(field.Key, field.Value!.AsObject(), required.Contains(field.Key), null, common))],
            node["items"] is JsonObject items ? Read("", items, isRequired: true, null, common) : null);
    }

    private static FieldType TypeOf(JsonObject node) => (string?)node["type"] switch
    {
        "object" => FieldType.Group,
        "array" => FieldType.List,
        "boolean" => FieldType.YesNo,
        _ when node["enum"] is not null => FieldType.Choice,
        _ when node["pattern"] is not null || node["maxLength"] is JsonValue longest && (int)longest < LongText => FieldType.Line,
        _ => FieldType.Text,
    };
}
