namespace FactChecking.Knowledge;

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
    string? Id, string? Lang, string? Title, string? Text, string? Sub, string? Ref, string? Url, string? Date, IReadOnlyList<ImportVariant>? Variants = null);

/// <summary>A wording of an imported record.</summary>
/// <param name="Lang">BCP 47 tag, in any case; missing: the record's.</param>
/// <param name="Text">The wording.</param>
/// <param name="Form">How it is worded; missing: as its signs tell.</param>
/// <param name="Origin">Where it comes from: curated, confirmed or drafted.</param>
internal sealed record ImportVariant(string? Lang, string? Text, string? Form, string? Origin);
