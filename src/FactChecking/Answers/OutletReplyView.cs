namespace FactChecking.Answers;

/// <summary>What the outlet templates see, already in the reply's language; every <c>Marks</c> is a run of [n].</summary>
/// <param name="OnlyAddress">The message was nothing but an address: then this reply says that no claim matched, too.</param>
/// <param name="Searched">How many claims were searched.</param>
/// <param name="Newest">Date of the newest document on record; null if unknown.</param>
/// <param name="MayBe">The names of outlets of which one is meant, where nothing tells which; null otherwise.</param>
/// <param name="Outlets">Their records.</param>
/// <param name="NoAgreementOf">Two outlets that were asked about and have no agreement on record; null otherwise.</param>
/// <param name="Sources">What the marks point to.</param>
internal sealed record OutletReplyView(
    bool OnlyAddress,
    long Searched,
    string? Newest,
    string? MayBe,
    IReadOnlyList<OutletView> Outlets,
    string? NoAgreementOf,
    IReadOnlyList<SourceView> Sources);

/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is: outlet, media_group …</param>
/// <param name="Country">ISO 3166-1 code; null if unknown.</param>
/// <param name="Marks">What says so.</param>
/// <param name="Also">Others that bear a name of it; null if none do.</param>
/// <param name="AlsoMarks">What says so.</param>
/// <param name="OwnershipUnclear">Who owns it is not established.</param>
/// <param name="Owners">Who owns or controls it; null if nothing is on record.</param>
/// <param name="Labels">What bodies and platforms said of it.</param>
/// <param name="Agreements">What it is party to.</param>
/// <param name="MoreAgreements">How many more are on record than are shown.</param>
internal sealed record OutletView(
    string Name,
    string Kind,
    string? Country,
    string Marks,
    string? Also,
    string AlsoMarks,
    bool OwnershipUnclear,
    OwnersView? Owners,
    IReadOnlyList<LabelView> Labels,
    IReadOnlyList<OutletAgreementView> Agreements,
    int MoreAgreements);

/// <param name="Parties">The other parties.</param>
/// <param name="Title">Its title; null where there is no room.</param>
/// <param name="Date">Its date; null if unknown.</param>
/// <param name="Marks">Its [n].</param>
internal sealed record OutletAgreementView(string Parties, string? Title, string? Date, string Marks);

/// <param name="Text">The label in the words of who gave it.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Since">Since when; null if unknown.</param>
/// <param name="Until">Until when; null while no end is known.</param>
/// <param name="Marks">Its [n].</param>
internal sealed record LabelView(string Text, string By, string? Since, string? Until, string Marks);
