namespace FactChecking.Curation.Exchange.Formats;

/// <summary>The names of the forms of data that are exchanged with others.</summary>
public static class ExchangeFormat
{
    public const string ClaimReview = "claimreview";
    public const string Csv = "csv";
    public const string Feed = "feed";
    public const string Data = "data";
    public const string Claims = "claims";
    public const string Stix = "stix";
    public const string Records = "records";
}
