namespace FactChecking.Answers;

/// <summary>What the reply templates see, already in the reply's language; every <c>Marks</c> is a run of [n].</summary>
internal sealed record ReplyView
{
    /// <summary>asserts, denies or asks.</summary>
    public required string Stance { get; init; }

    public required string Claim { get; init; }

    public required string ClaimMarks { get; init; }

    /// <summary>Who said it, where no fact-check is on record; null otherwise.</summary>
    public SpeakersView? Unchecked { get; init; }

    public IReadOnlyList<DebunkView> Debunks { get; init; } = [];

    public IReadOnlyList<StatementView> Supported { get; init; } = [];

    public IReadOnlyList<StatementView> Challenged { get; init; } = [];

    public IReadOnlyList<StatementView> Established { get; init; } = [];

    public StatementView? Origin { get; init; }

    /// <summary>Where sources say that it began, when they disagree; null otherwise.</summary>
    public ListView? Candidates { get; init; }

    public PathView? Path { get; init; }

    /// <summary>The same path with a line for each carrier, where the whole trail is shown.</summary>
    public IReadOnlyList<StepView> Steps { get; init; } = [];

    /// <summary>Links of a trail that is no single path.</summary>
    public ListView? Relays { get; init; }

    public OwnersView? Owners { get; init; }

    public IReadOnlyList<AgreementView> Agreements { get; init; } = [];

    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    /// <summary>The public page of the claim; null where there is none, or where it is not shown.</summary>
    public string? Page { get; init; }

    /// <summary>Whether anything is on record of where the claim came from.</summary>
    public bool HasTrail { get; init; }
}

internal sealed record SpeakersView(string Names, string? When, string Marks);

/// <param name="Publisher">Name of the publisher.</param>
/// <param name="Date">Date, null if unknown.</param>
/// <param name="Scope">What it reviews.</param>
/// <param name="Rating">The rating in its own words; null if none.</param>
/// <param name="Quote">The finding in its own words; null if none.</param>
/// <param name="ReviewedClaim">The claim as it words it, to be shown with the rating; null if not shown.</param>
/// <param name="Marks">Its [n].</param>
internal sealed record DebunkView(string Publisher, string? Date, string Scope, string? Rating, string? Quote, string? ReviewedClaim, string Marks);

internal sealed record StatementView(string Text, string Marks);

/// <param name="Items">Every item with its own [n].</param>
internal sealed record ListView(IReadOnlyList<StatementView> Items);

/// <param name="Steps">The carriers, joined by arrows; each with its date where they differ.</param>
/// <param name="Date">The date where all have the same; null otherwise.</param>
/// <param name="Marks">Their [n].</param>
internal sealed record PathView(string Steps, string? Date, string Marks);

/// <param name="Number">Its place in the path, from 1.</param>
/// <param name="Text">The carrier with its date.</param>
/// <param name="Marks">Its [n].</param>
internal sealed record StepView(int Number, string Text, string Marks);

internal sealed record OwnersView(IReadOnlyList<OwnerView> Items);

/// <param name="Subject">The outlet.</param>
/// <param name="Relation">How it is tied: owned_by, published_by …</param>
/// <param name="Owner">To whom; null where the relation needs none.</param>
/// <param name="Since">Since when; null if unknown.</param>
/// <param name="Marks">Its [n].</param>
internal sealed record OwnerView(string Subject, string Relation, string? Owner, string? Since, string Marks);

/// <param name="Parties">Between whom.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">Its date; null if unknown.</param>
/// <param name="Terms">What was agreed; null where that is not on record or has no room.</param>
/// <param name="Marks">Its [n].</param>
internal sealed record AgreementView(string Parties, string Title, string? Date, string? Terms, string Marks);

/// <param name="Marker">The n of [n].</param>
/// <param name="Name">Who published or wrote it.</param>
/// <param name="Title">Its title, where the name alone would not lead a reader there; null otherwise.</param>
/// <param name="Type">Kind of publisher, where a reader should know of an interest: government, state_media …; null otherwise.</param>
/// <param name="Date">Date, null if unknown.</param>
/// <param name="IsCopy">True when someone else's copy was read.</param>
internal sealed record SourceView(int Marker, string Name, string? Title, string? Type, string? Date, bool IsCopy)
{
    /// <summary>What it is cited for, in its own words; null where only the finding is shown.</summary>
    public string? Quote { get; init; }
}
