using System.Security.Cryptography;
using System.Text;
using FactChecking.Curation.DataFiles;
using Newtonsoft.Json.Linq;

namespace FactChecking.Curation.Editing;

/// <summary>The text of a record: YAML, as in its file. An imported one has no file, and its text the fields of the exchange form.</summary>
public static class RecordText
{
    /// <summary>Equal for equal texts.</summary>
    public static string VersionOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <summary>The text in the form that a program writes, for comparing; as it is when it is not YAML. Comments are left out.</summary>
    public static string Canonical(string text, string kind)
    {
        try
        {
            return YamlFile.Parse("", text).Root is JObject record ? YamlText.Of(record, DataFolder.SchemaOf(kind)) : text;
        }
        catch (DataFaultsException)
        {
            return text;
        }
    }

    /// <summary>The id that a text gives its record; null when it gives none.</summary>
    public static string? IdOf(string text) => (string?)Read(text)?["id"];

    /// <summary>The record that a text holds; null when it is not YAML, or no record.</summary>
    internal static JObject? Read(string text)
    {
        try
        {
            return YamlFile.Parse("", text).Root as JObject;
        }
        catch (DataFaultsException)
        {
            return null;
        }
    }
}
