using System.ComponentModel.DataAnnotations;

namespace FactChecking.Prompts;

/// <summary>Where the prompts are.</summary>
public sealed class PromptOptions
{
    public const string Section = "Prompts";

    /// <summary>The folder of prompts; relative to where the program is started.</summary>
    [Required]
    public string Folder { get; set; } = "prompts";
}
