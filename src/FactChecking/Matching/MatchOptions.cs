using System.ComponentModel.DataAnnotations;

namespace FactChecking.Matching;

/// <summary>How sure the bot must be. The defaults are those that the published figures were measured with.</summary>
public sealed class MatchOptions
{
    public const string Section = "Matching";

    /// <summary>Probability from which a match is stated.</summary>
    [Range(0.5, 1)]
    public double AnswerAt { get; set; } = 0.8;

    /// <summary>Probability from which a claim is offered as "is it one of these?".</summary>
    [Range(0, 1)]
    public double AskAt { get; set; } = 0.15;

    /// <summary>
    /// True: where the person would be asked which claim is meant, the model of the settings is asked first. It needs one.
    /// </summary>
    public bool AskModel { get; set; }

    /// <summary>What the calibrate verb fitted to this bot's own matches; used when the file is there, never when it is "".</summary>
    public string CalibrationFile { get; set; } = "calibration.json";
}
