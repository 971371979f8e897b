namespace FactChecking.Curation.Publishing;

/// <summary>One debunk record of the exchange form "records": a line of JSON.</summary>
/// <param name="Id">Its id, unique in the database.</param>
/// <param name="Lang">BCP 47 tag, in any case.</param>
/// <param name="Title">What was checked.</param>
/// <param name="Text">What was found, or more of what was checked.</param>
/// <param name="Sub">A subtitle.</param>
/// <param name="Ref">What the debunk refers to.</param>
/// <param name="Url">Its address.</param>
/// <param name="Date">ISO 8601.</param>
/// <param name="Variants">Wordings in which people pass it on; those that the record has already are kept.</param>
internal sealed record ImportRecord(
    string? Id, string? Lang, string? Title, string? Text, string? Sub, string? Ref, string? Url, string? Date, IReadOnlyList<ImportVariant>? Variants = null)
{
    /// <summary>The title of the debunk's page; missing: what was checked stands for it.</summary>
    public string? Headline { get; init; }

    /// <summary>Who published the debunk; missing: the host of its address.</summary>
    public string? Publisher { get; init; }

    public string? PublisherUrl { get; init; }

    /// <summary>Who wrote it, where that is not the publisher.</summary>
    public string? Author { get; init; }

    /// <summary>The rating in the publisher's words.</summary>
    public string? Rating { get; init; }

    /// <summary>Who made the claim, by the debunk.</summary>
    public string? Claimant { get; init; }

    /// <summary>When the claim was made, ISO 8601, by the debunk.</summary>
    public string? ClaimDate { get; init; }

    /// <summary>Where the claim appeared: addresses.</summary>
    public IReadOnlyList<string>? Appearances { get; init; }

    /// <summary>Where it appeared first: an address.</summary>
    public string? FirstAppearance { get; init; }

    /// <summary>The licence under which the record was given, SPDX.</summary>
    public string? Licence { get; init; }

    /// <summary>Whom the record was taken from, as far as that is not its publisher.</summary>
    public string? Source { get; init; }

    /// <summary>The form that it was imported from; missing: records.</summary>
    public string? Format { get; init; }
}

/// <summary>A wording of an imported record.</summary>
/// <param name="Lang">BCP 47 tag, in any case; missing: the record's.</param>
/// <param name="Text">The wording.</param>
/// <param name="Form">How it is worded; missing: as its signs tell.</param>
/// <param name="Origin">Where it comes from: curated, confirmed or drafted.</param>
internal sealed record ImportVariant(string? Lang, string? Text, string? Form, string? Origin);
