namespace FactChecking.Answers;

/// <summary>How much of a dossier a reply shows. A reply that is too long is made again one size smaller.</summary>
/// <param name="Debunks">Fact-checks.</param>
/// <param name="QuotesOfOthers">Whether fact-checks of something near the claim are quoted, or only named with their rating.</param>
/// <param name="Established">Statements that the evidence carries.</param>
/// <param name="Sided">The same of each half of a mixed finding.</param>
/// <param name="Owners">Ties of ownership.</param>
/// <param name="Agreements">Agreements between carriers.</param>
/// <param name="Relays">Links of a trail that is no single path.</param>
/// <param name="Terms">Whether it says what was agreed.</param>
internal sealed record ReplySize(
    int Debunks, bool QuotesOfOthers, int Established, int Sided, int Owners, int Agreements, int Relays, bool Terms = false)
{
    /// <summary>The whole trail, in a message of its own; a shorter form where Telegram's limit asks for it.</summary>
    public static readonly IReadOnlyList<ReplySize> OfOrigin =
    [
        new(0, false, 0, 0, Owners: int.MaxValue, Agreements: int.MaxValue, Relays: int.MaxValue, Terms: true),
        new(0, false, 0, 0, int.MaxValue, int.MaxValue, int.MaxValue),
        new(0, false, 0, 0, 12, 4, 12),
        new(0, false, 0, 0, 6, 2, 6),
    ];

    /// <summary>From the fullest to the shortest, which keeps the finding, a reason, the origin and who owns its carriers.</summary>
    public static readonly IReadOnlyList<ReplySize> FromFullest =
    [
        new(Debunks: 3, QuotesOfOthers: true, Established: 3, Sided: 2, Owners: 4, Agreements: 2, Relays: 3),
        new(2, true, 3, 2, 4, 2, 3),
        new(2, true, 2, 2, 4, 1, 2),
        new(1, true, 2, 1, 4, 1, 2),
        new(1, true, 1, 1, 4, 1, 1),
        new(1, true, 1, 1, 3, 1, 1),
        new(1, false, 1, 1, 3, 1, 1),
    ];
}
