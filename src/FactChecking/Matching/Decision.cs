namespace FactChecking.Matching;

/// <summary>What follows from how well a message matched.</summary>
public enum Decision
{
    /// <summary>Sure enough to state the finding.</summary>
    Answer,

    /// <summary>Perhaps one of up to three claims: the person is asked which.</summary>
    Ask,

    /// <summary>Nothing in the records matches. Never means that the message is true.</summary>
    None,

    /// <summary>An opinion or a prediction.</summary>
    NotCheckable,

    /// <summary>No words to check: empty, a sticker, a single word.</summary>
    NothingToCheck,
}
