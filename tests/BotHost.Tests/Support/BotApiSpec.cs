using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>
/// Checks requests against a machine-readable specification of the Bot API that nobody here wrote. The file is looked for
/// where the environment variable BOTAPI_SPEC says, else in ../shared beside the repository.
/// </summary>
public sealed class BotApiSpec
{
    private readonly JsonObject _methods;
    private readonly JsonObject _types;

    private BotApiSpec(JsonObject root)
    {
        _methods = root["methods"]!.AsObject();
        _types = root["types"]!.AsObject();
        BotApiAdditions.AddTo(_methods, _types);
    }

    /// <summary>Null where the file is absent: requests then go unchecked, and the test of this says that it is skipped.</summary>
    public static BotApiSpec? Instance { get; } = Load();

    public const string WhySkipped = "bot-api.json is in neither BOTAPI_SPEC nor ../shared/telegram: requests go unchecked.";

    public IEnumerable<string> Faults(string method, JsonObject parameters) => _methods[method] is { } definition
        ? FaultsOfFields(method, definition["fields"] as JsonArray ?? [], parameters)
        : [$"There is no method {method}."];

    private IEnumerable<string> FaultsOfFields(string path, JsonArray fields, JsonObject value)
    {
        foreach (var field in fields)
        {
            var name = (string)field!["name"]!;
            if (value[name] is { } given)
            {
                var types = field["types"]!.AsArray().Select(type => (string)type!).ToList();
                foreach (var fault in FaultsOfValue($"{path}.{name}", types, given))
                    yield return fault;
            }
            else if ((bool)field["required"]!)
            {
                yield return $"{path} lacks {name}.";
            }
        }

        var known = fields.Select(field => (string)field!["name"]!).ToHashSet();
        foreach (var (name, _) in value.Where(property => !known.Contains(property.Key)))
            yield return $"{path} has no {name}.";
    }

    private List<string> FaultsOfValue(string path, List<string> types, JsonNode value)
    {
        var faults = types.Select(type => FaultsOfType(path, type, value).ToList()).ToList();
        return faults.FirstOrDefault(list => list.Count == 0) ?? faults[0];
    }

    private IEnumerable<string> FaultsOfType(string path, string type, JsonNode value)
    {
        const string ArrayOf = "Array of ";
        if (type.StartsWith(ArrayOf, StringComparison.Ordinal))
        {
            return value is JsonArray array
                ? array.SelectMany((item, index) => FaultsOfType($"{path}[{index}]", type[ArrayOf.Length..], item!))
                : [$"{path} must be an array."];
        }

        var kind = value.GetValueKind();
        return type switch
        {
            "Integer" => kind == JsonValueKind.Number && value.AsValue().TryGetValue<long>(out _) ? [] : [$"{path} must be an integer."],
            "Float" => kind == JsonValueKind.Number ? [] : [$"{path} must be a number."],
            "String" => kind == JsonValueKind.String ? [] : [$"{path} must be a string."],
            "Boolean" => kind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{path} must be true or false."],
            _ => FaultsOfObject(path, type, value),
        };
    }

    private IEnumerable<string> FaultsOfObject(string path, string type, JsonNode value)
    {
        if (_types[type] is not { } definition)
            return [$"{path} has the unknown type {type}."];
        if (definition["subtypes"] is JsonArray { Count: > 0 } subtypes)
            return FaultsOfValue(path, [.. subtypes.Select(subtype => (string)subtype!)], value);
        return value is JsonObject item
            ? FaultsOfFields(path, definition["fields"] as JsonArray ?? [], item)
            : [$"{path} must be an object."];
    }

    private static BotApiSpec? Load()
    {
        var file = Environment.GetEnvironmentVariable("BOTAPI_SPEC")
            ?? Path.Combine(Repository.Root, "..", "shared", "telegram", "bot-api.json");
        return File.Exists(file) ? new BotApiSpec(JsonNode.Parse(File.ReadAllText(file))!.AsObject()) : null;
    }
}
