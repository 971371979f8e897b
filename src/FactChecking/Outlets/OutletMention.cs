namespace FactChecking.Outlets;

/// <summary>How a message points to an outlet.</summary>
internal enum OutletTrace
{
    /// <summary>It was forwarded from a channel or carries a link to the outlet.</summary>
    Address,

    /// <summary>Its text says that its news is the outlet's.</summary>
    Attribution,

    /// <summary>It asks about the outlet itself.</summary>
    Question,
}

/// <summary>An outlet that a message points to; several ids where the name or address is shared and nothing tells which.</summary>
internal sealed record OutletMention(OutletTrace Trace, IReadOnlyList<string> Outlets)
{
    public bool IsAmbiguous => Outlets.Count > 1;
}

/// <summary>The outlets that a message points to.</summary>
/// <param name="All">The surest trace first.</param>
/// <param name="OnlyAddress">The message holds nothing but addresses.</param>
internal sealed record OutletMentions(IReadOnlyList<OutletMention> All, bool OnlyAddress);
