using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FactChecking.Curation.DataFiles;

/// <summary>
/// One YAML document as JSON, with the line of every value. Only <c>true</c>, <c>false</c> and <c>null</c> are read as
/// such: every other scalar is text, so that a date or a year needs no quotes.
/// </summary>
internal sealed class YamlFile
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private YamlFile(string name) => Name = name;

    /// <summary>The file, relative to the data folder.</summary>
    public string Name { get; }

    public JToken Root { get; private set; } = JValue.CreateNull();

    /// <exception cref="DataFaultsException">The text is not YAML, or uses what records do not need (aliases, several documents).</exception>
    public static YamlFile Parse(string name, string text)
    {
        var file = new YamlFile(name);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new DataFaultsException([new DataFault(name, (int)exception.Start.Line, $"not YAML: {exception.Message}")]);
        }

        if (stream.Documents.Count != 1)
            throw new DataFaultsException([new DataFault(name, 1, "a file holds one record")]);
        file.Root = file.Convert(stream.Documents[0].RootNode, "");
        return file;
    }

    /// <summary>The line of the value at this path ("debunks[0].scope"), or of the nearest value that holds it.</summary>
    public int LineOf(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(at.LastIndexOfAny(['.', '[']), 0)])
        {
            if (_lines.TryGetValue(at, out var line))
                return line;
        }
        return _lines.GetValueOrDefault("", 1);
    }

    private JToken Convert(YamlNode node, string path)
    {
        _lines[path] = (int)node.Start.Line;
        return node switch
        {
            YamlMappingNode mapping => new JObject(mapping.Children.Select(pair =>
            {
                var key = ((YamlScalarNode)pair.Key).Value ?? "";
                return new JProperty(key, Convert(pair.Value, path.Length == 0 ? key : $"{path}.{key}"));
            })),
            YamlSequenceNode sequence => new JArray(sequence.Children.Select((child, index) => Convert(child, $"{path}[{index}]"))),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" } => new JValue(true),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" } => new JValue(false),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } => JValue.CreateNull(),
            YamlScalarNode scalar => new JValue(scalar.Value),
            _ => throw new DataFaultsException([new DataFault(Name, (int)node.Start.Line, $"{node.NodeType} is not used in records")]),
        };
    }
}
