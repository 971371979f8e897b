using FactChecking.Curation.DataFiles;

namespace FactChecking.Curation.Editing;

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>It is the record's next state.</summary>
    /// <param name="Number">Number of the revision.</param>
    /// <param name="Faults">What must be mended before it can be published.</param>
    public sealed record Saved(long Number, IReadOnlyList<DataFault> Faults) : SaveOutcome;

    /// <summary>Nothing was changed: the text is what the record has.</summary>
    public sealed record Same : SaveOutcome;

    /// <summary>Somebody else was first. What was sent is kept as a revision that is set aside.</summary>
    /// <param name="Theirs">How the record stands now.</param>
    /// <param name="Number">Number of the revision that holds what was sent.</param>
    public sealed record Conflict(RecordState Theirs, long Number) : SaveOutcome;
}
