using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactChecking.Foundation;

namespace BotHost.TelegramBot.Texts;

/// <summary>Reads the files of texts that are part of the program.</summary>
internal static class TextFile
{
    // A key too many is as wrong as one too few: it would be a text that nobody ever sees.
    private static readonly JsonSerializerOptions Strict =
        new(FactCheckingJson.Plain) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads one file.</summary>
    /// <param name="name">Its name without the ending, such as "en" or "Private.en".</param>
    /// <exception cref="InvalidOperationException">The file is missing.</exception>
    /// <exception cref="JsonException">It holds a text too many or one too few.</exception>
    public static T Read<T>(string name)
    {
        var resource = $"{typeof(TextFile).Namespace}.{name}.json";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The texts {resource} are missing from the program.");
        return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new JsonException($"{resource} must hold an object.");
    }
}
