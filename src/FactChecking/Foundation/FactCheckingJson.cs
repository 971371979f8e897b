using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FactChecking.Foundation;

/// <summary>The JSON forms in use: snake_case names, lower-case enums, every script readable.</summary>
public static class FactCheckingJson
{
    public static readonly JsonSerializerOptions Plain = Create(indented: false);

    public static readonly JsonSerializerOptions Indented = Create(indented: true);

    /// <summary>For what never stands in a page: signs of HTML are left as they are.</summary>
    public static readonly JsonSerializerOptions Readable = new(Plain) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// For what is kept in a database and read back as it was: no false, 0 or null is written. So nothing that is kept may have
    /// another value of its own accord, such as a property that is true unless it is set.
    /// </summary>
    public static readonly JsonSerializerOptions Stored = new(Readable) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = indented,
    };
}
