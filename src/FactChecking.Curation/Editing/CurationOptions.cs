namespace FactChecking.Curation.Editing;

/// <summary>How records are changed.</summary>
public sealed class CurationOptions
{
    public const string Section = "Curation";

    /// <summary>A change must be published by somebody who did not write it.</summary>
    public bool SecondPerson { get; set; } = true;
}
