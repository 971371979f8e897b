using System.Text.Json;
using System.Text.Json.Serialization;
using FactChecking.Foundation;

namespace FactChecking.Matching;

/// <summary>The file with this bot's own calibration. A bot without one runs with the weights as shipped.</summary>
/// <param name="path">The file; "" for none.</param>
public sealed class CalibrationFile(string path)
{
    // The features cannot give more than 20 either way, so no fit comes near it; a slip in the file does.
    private const double LargestShift = 30;

    private static readonly JsonSerializerOptions Form = new(FactCheckingJson.Indented)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What the file holds; null without a file.</summary>
    /// <exception cref="CalibrationRefusedException">It is broken, or was fitted to other weights.</exception>
    public LocalCalibration? Read()
    {
        if (path.Length == 0 || !File.Exists(path))
            return null;

        LocalCalibration? calibration;
        try
        {
            calibration = JsonSerializer.Deserialize<LocalCalibration>(File.ReadAllText(path), Form);
        }
        catch (JsonException exception)
        {
            throw Refused($"is not a calibration file ({exception.Message})");
        }

        if (calibration is null)
            throw Refused("is empty");
        if (calibration.MatchModel != MatchModel.Shipped.Fingerprint())
            throw Refused($"was made for other weights of the matcher ({calibration.MatchModel}, here {MatchModel.Shipped.Fingerprint()})");
        foreach (var (language, fitted) in calibration.Languages)
        {
            if (!FactChecking.Languages.ReplyLanguages.All.Contains(language))
                throw Refused($"speaks of the language “{language}”; it must be one of {string.Join(", ", FactChecking.Languages.ReplyLanguages.All)}");
            if (fitted is null || Math.Abs(fitted.Shift) > LargestShift)
                throw Refused($"has no shift between -{LargestShift} and {LargestShift} for {language}");
        }
        if (calibration.Meaning is { CosineWeight: < 0 or > LargestShift })
            throw Refused($"has no weight between 0 and {LargestShift} for the cosine");
        return calibration;
    }

    /// <summary>Writes the file whole, or not at all.</summary>
    public void Write(LocalCalibration calibration)
    {
        var beside = $"{path}.new";
        File.WriteAllText(beside, JsonSerializer.Serialize(calibration, Form) + "\n");
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The shipped weights with what the file adds to them.</summary>
    /// <param name="embeddingModel">Id of the embedding model in use; null: none.</param>
    /// <exception cref="CalibrationRefusedException">The file is broken, or was fitted to other weights.</exception>
    internal MatchModel Apply(string? embeddingModel)
    {
        if (Read() is not { } calibration)
            return MatchModel.Shipped;
        var model = MatchModel.Shipped with { Shifts = calibration.Languages.ToDictionary(item => item.Key, item => item.Value.Shift) };
        return calibration.Meaning is { } meaning && meaning.Model == embeddingModel
            ? model with { Meaning = model.Meaning.WithCosineWeight(meaning.CosineWeight), IsMeaningCalibrated = true }
            : model;
    }

    private CalibrationRefusedException Refused(string reason) =>
        new($"{Path.GetFullPath(path)} {reason}. Make it again with the calibrate verb, or remove it to use the weights as shipped.");
}
