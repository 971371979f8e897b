using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FactChecking.Curation.Exchange.Formats;

/// <summary>Parts of schema.org JSON-LD. What is null is left out.</summary>
internal static class SchemaOrg
{
    public static readonly JsonWriterOptions Writing = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Dictionary<string, object?> Thing(string type, params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var thing = new Dictionary<string, object?> { ["@type"] = type };
        foreach (var (name, value) in properties)
        {
            if (value is not null)
                thing[name] = value;
        }
        return thing;
    }

    /// <summary>A page that is known by its address alone.</summary>
    public static Dictionary<string, object?> Page(string url) => Thing("CreativeWork", ("url", url));

    /// <summary>This bot, as who publishes the data.</summary>
    public static Dictionary<string, object?> Publisher(ExchangeOptions options) =>
        Thing("Organization", ("name", options.PublisherName), ("url", options.PublisherUrl));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
