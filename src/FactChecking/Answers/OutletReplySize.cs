namespace FactChecking.Answers;

/// <summary>How much a reply shows of each outlet.</summary>
/// <param name="Owners">Ties of ownership at most.</param>
/// <param name="Labels">Labels at most, the newest.</param>
/// <param name="Agreements">Agreements at most, the oldest.</param>
/// <param name="Titles">Whether the agreements have their titles.</param>
internal sealed record OutletReplySize(int Owners, int Labels, int Agreements, bool Titles)
{
    public static readonly IReadOnlyList<OutletReplySize> FromFullest =
    [
        new(4, 3, 6, true), new(3, 2, 6, true), new(3, 2, 6, false), new(2, 1, 6, false),
        new(2, 1, 4, false), new(2, 0, 4, false), new(1, 0, 4, false), new(1, 0, 2, false),
    ];
}
