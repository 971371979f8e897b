using FactChecking.Curation.Exchange.Archives;
using FactChecking.Curation.Exchange.ClaimReviews;
using FactChecking.Curation.Exchange.Claims;
using FactChecking.Curation.Exchange.Csv;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Stix;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Published;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation.Exchange;

/// <summary>Writes the records in any of the forms.</summary>
public sealed class ExchangeExport(
    KnowledgeBase knowledge, IOptions<KnowledgeOptions> folder, IOptions<ExchangeOptions> options, PublicAddress address, TimeProvider clock)
{
    /// <summary>The forms, each with the name and the type (RFC 6838) of a file of it.</summary>
    public static IReadOnlyDictionary<string, (string FileName, string ContentType)> Forms { get; } = new Dictionary<string, (string, string)>
    {
        [ExchangeFormat.Csv] = ("records.csv", "text/csv; charset=utf-8"),
        [ExchangeFormat.Records] = ("records.jsonl", "application/jsonl; charset=utf-8"),
        [ExchangeFormat.ClaimReview] = ("claimreviews.jsonld", "application/ld+json"),
        [ExchangeFormat.Claims] = ("claims.jsonld", "application/ld+json"),
        [ExchangeFormat.Stix] = ("bundle.stix.json", "application/stix+json;version=2.1"), // STIX 2.1, part 11.1
        [ExchangeFormat.Data] = ("data.zip", "application/zip"),
    };

    /// <summary>Writes all of a form.</summary>
    /// <param name="format">A key of <see cref="Forms"/>.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <exception cref="DirectoryNotFoundException">There is no data folder to write.</exception>
    public void Write(string format, Stream output)
    {
        if (format == ExchangeFormat.Data)
        {
            DataExport.Write(folder.Value.DataFolder, output);
            return;
        }

        var generation = knowledge.Current;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        switch (format)
        {
            case ExchangeFormat.ClaimReview:
                ClaimReviewExport.Write(generation, options.Value, today, output);
                break;
            case ExchangeFormat.Claims:
                ClaimExport.Write(generation, options.Value, address, today, output);
                break;
            case ExchangeFormat.Stix:
                StixExport.Write(generation, options.Value, address, output);
                break;
            case ExchangeFormat.Csv:
                using (var csv = new StreamWriter(output, leaveOpen: true))
                    CsvExport.Write(generation, csv);
                break;
            case ExchangeFormat.Records:
                using (var lines = new StreamWriter(output, leaveOpen: true))
                {
                    foreach (var line in RecordsExport.Lines(generation))
                        lines.WriteLine(line);
                }
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such form.");
        }
    }
}
