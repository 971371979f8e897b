using System.Text.Json;
using FactChecking.Curation.DataFiles;
using FactChecking.Languages;

namespace FactChecking.Curation.Calibration;

/// <summary>Reads confirmed and rejected matches from JSON Lines: text, claim, confirmed, and perhaps lang. Other fields are ignored.</summary>
public static class LabelledMatchReader
{
    /// <summary>Reads all of a file.</summary>
    /// <param name="reader">The lines.</param>
    /// <param name="name">What faults call the file.</param>
    /// <exception cref="DataFaultsException">Lines are wrong, all of which it names; or there is none.</exception>
    public static IReadOnlyList<LabelledMatch> Read(TextReader reader, string name)
    {
        var matches = new List<LabelledMatch>();
        var faults = new List<DataFault>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var before = faults.Count;
            var match = Read(line, reason => faults.Add(new DataFault(name, number, reason)));
            if (faults.Count == before)
                matches.Add(match!); // without a fault there is one
        }
        if (matches.Count == 0 && faults.Count == 0)
            faults.Add(new DataFault(name, 1, "there is no line with text, claim and confirmed"));
        return faults.Count == 0 ? matches : throw new DataFaultsException(faults);
    }

    private static LabelledMatch? Read(string line, Action<string> fault)
    {
        JsonElement row;
        try
        {
            row = JsonElement.Parse(line);
        }
        catch (JsonException exception)
        {
            fault($"the line: not JSON ({exception.Message})");
            return null;
        }
        if (row.ValueKind != JsonValueKind.Object)
        {
            fault("the line: not an object with text, claim and confirmed");
            return null;
        }

        var text = Text(row, "text", isNeeded: true, fault);
        var claim = Text(row, "claim", isNeeded: true, fault);
        var language = Text(row, "lang", isNeeded: false, fault);
        return new LabelledMatch(text ?? "", LanguageGuess.Of(text ?? "", language), claim ?? "", Confirmed(row, fault));
    }

    private static string? Text(JsonElement row, string field, bool isNeeded, Action<string> fault)
    {
        if (!row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (isNeeded)
                fault($"{field}: is missing");
            return null;
        }
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (string.IsNullOrWhiteSpace(text))
            fault($"{field}: must be a text that is not empty, not {value.GetRawText()}");
        return text;
    }

    private static bool Confirmed(JsonElement row, Action<string> fault)
    {
        if (!row.TryGetProperty("confirmed", out var value))
            fault("confirmed: is missing");
        else if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            fault($"confirmed: must be true or false, not {value.GetRawText()}");
        return value.ValueKind == JsonValueKind.True;
    }
}
