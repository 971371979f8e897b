using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Foundation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace FactChecking.Curation.Editing;

/// <summary>An imported record as text: the fields of the exchange form, a line each, so that a change shows like that of a file.</summary>
internal static class ImportedText
{
    private const string Resource = "FactChecking.Curation.Editing.Resources.imported.schema.json";

    /// <summary>The schema of these texts.</summary>
    public static string Schema { get; } = ReadSchema();

    public static string Of(ImportRecord record)
    {
        // Dates stay the words that they are.
        using var json = new JsonTextReader(new StringReader(JsonSerializer.Serialize(record, FactCheckingJson.Plain))) { DateParseHandling = DateParseHandling.None };
        // In the order of the schema, in which a form writes them: what nobody changed is the same text.
        return YamlText.Of(new JObject(JObject.Load(json).Properties().OrderBy(property => property.Name == "variants")), schema: null);
    }

    /// <summary>The record that a sound text holds.</summary>
    /// <exception cref="DataFaultsException">It is not YAML.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is no such record.</exception>
    public static ImportRecord Read(string text) =>
        JsonSerializer.Deserialize<ImportRecord>(YamlFile.Parse("imported", text).Root.ToString(), FactCheckingJson.Plain)!; // an object: the schema says so

    private static string ReadSchema()
    {
        using var reader = new StreamReader(typeof(ImportedText).Assembly.GetManifestResourceStream(Resource)!); // embedded in this very assembly
        return reader.ReadToEnd();
    }
}
