using System.Globalization;
using FactChecking.Curation.DataFiles;
using Newtonsoft.Json.Linq;

namespace FactChecking.Curation.Editing;

/// <summary>
/// A record as the fields of a form, and back. The schema of its kind says which fields there are, so that a new field, or a
/// new kind of record, needs no new form.
/// </summary>
public sealed class RecordForm(DataFolder folder)
{
    /// <summary>The fields of a record, filled from its text; null when the text is no YAML, which only its author can mend.</summary>
    /// <param name="kind">Which kind of record.</param>
    /// <param name="text">Its text; null: a new record.</param>
    /// <param name="roomIn">Lists that show an empty item at their end, by path.</param>
    public IReadOnlyList<FormField>? Fields(string kind, string? text, IReadOnlySet<string>? roomIn = null)
    {
        var record = text is null ? [] : RecordText.Read(text);
        return record is null ? null : Build(FieldShape.OfKind(folder, kind), record, "", "", roomIn ?? new HashSet<string>()).Fields;
    }

    /// <summary>The text of the record that a form holds. What was left empty is left out.</summary>
    /// <param name="kind">Which kind of record.</param>
    /// <param name="values">What the form holds, by the path of the field.</param>
    public string Text(string kind, IReadOnlyDictionary<string, string> values) =>
        YamlText.Of((JObject?)Collect(FieldShape.OfKind(folder, kind), values, "") ?? [], DataFolder.SchemaOf(kind));

    /// <summary>The lists whose last item a form shows and leaves empty, by path, so that it can be shown again.</summary>
    public static IReadOnlySet<string> RoomsOf(IReadOnlyDictionary<string, string> values) => values
        .SelectMany(field => ItemsAbove(field.Key).Select(item => (item.List, item.Index, IsFilled: !string.IsNullOrWhiteSpace(field.Value))))
        .GroupBy(item => item.List)
        .Where(list => list.Max(item => item.Index) is var last && !list.Any(item => item.Index == last && item.IsFilled))
        .Select(list => list.Key)
        .ToHashSet();

    // "debunks[2].quote" stands in the item 2 of "debunks".
    private static IEnumerable<(string List, int Index)> ItemsAbove(string path)
    {
        for (var open = path.IndexOf('['); open >= 0; open = path.IndexOf('[', open + 1))
        {
            var close = path.IndexOf(']', open);
            if (close > open && int.TryParse(path.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                yield return (path[..open], index);
        }
    }

    private static FormField Build(FieldShape shape, JToken? value, string path, string label, IReadOnlySet<string> roomIn)
    {
        IReadOnlyList<FormField> fields = shape switch
        {
            { Type: FieldType.Group } => [.. shape.Fields.Select(field => Build(field, (value as JObject)?[field.Name], Below(path, field.Name), Words(field.Name), roomIn))],
            { Item: { } item } => [.. Items(value as JArray, path, roomIn).Select((child, index) => Build(item, child, $"{path}[{index}]", $"{index + 1}", roomIn))],
            _ => [],
        };
        return new FormField(path, label, shape.Type, shape.Help, shape.IsRequired, ValueOf(value), shape.Choices, shape.Refers, fields);
    }

    // Room below an item that is still empty needs that item.
    private static IEnumerable<JToken?> Items(JArray? items, string path, IReadOnlySet<string> roomIn) =>
        (items ?? []).Concat<JToken?>(roomIn.Any(room => room == path || room.StartsWith($"{path}[{items?.Count ?? 0}]", StringComparison.Ordinal)) ? [null] : []);

    private static string? ValueOf(JToken? value) => value switch
    {
        JValue { Type: JTokenType.Boolean } flag => (bool)flag ? "true" : "false",
        JValue { Type: JTokenType.String } text => (string?)text,
        _ => null,
    };

    private static JToken? Collect(FieldShape shape, IReadOnlyDictionary<string, string> values, string path)
    {
        switch (shape)
        {
            case { Type: FieldType.Group }:
                var fields = shape.Fields
                    .Select(field => (field.Name, Value: Collect(field, values, Below(path, field.Name))))
                    .Where(field => field.Value is not null)
                    .Select(field => new JProperty(field.Name, field.Value));
                return new JObject(fields) is { Count: > 0 } group ? group : null;
            case { Item: { } item }:
                var items = Enumerable.Range(0, CountOf(values, path)).Select(index => Collect(item, values, $"{path}[{index}]")).OfType<JToken>();
                return new JArray(items) is { Count: > 0 } list ? list : null;
            case { Type: FieldType.YesNo }:
                return values.GetValueOrDefault(path) is { Length: > 0 } word ? new JValue(word == "true") : null;
            default:
                var text = values.GetValueOrDefault(path)?.ReplaceLineEndings("\n").Trim();
                return string.IsNullOrEmpty(text) ? null : new JValue(text);
        }
    }

    // Items that were taken out leave gaps, which close here.
    private static int CountOf(IReadOnlyDictionary<string, string> values, string path)
    {
        var start = path + "[";
        return values.Keys
            .Where(key => key.StartsWith(start, StringComparison.Ordinal))
            .Select(key => key[start.Length..].Split(']')[0])
            .Select(index => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < MaxItems ? number + 1 : 0)
            .DefaultIfEmpty(0)
            .Max();
    }

    // What a form says is not to be trusted with the size of a list.
    private const int MaxItems = 2_000;

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Words(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
