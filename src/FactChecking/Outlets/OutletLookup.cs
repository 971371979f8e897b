using FactChecking.Knowledge;
using FactChecking.Messages;

namespace FactChecking.Outlets;

/// <summary>Looks up the outlets that a message points to.</summary>
internal static class OutletLookup
{
    // A reply has room for the records of two.
    private const int MaxOutlets = 2;

    /// <summary>The records to show; null when the message points to no outlet on record.</summary>
    public static OutletFindings? Find(Question question, KnowledgeGeneration generation)
    {
        var mentions = OutletFinder.Find(question, OutletDirectory.Of(generation));
        if (mentions.All.Count == 0)
            return null;

        // A shared name is shown with all that may be meant; beside a certain one it only confuses.
        var certain = mentions.All.Where(mention => !mention.IsAmbiguous).ToList();
        var shown = certain.Count > 0 ? certain.Take(MaxOutlets).ToList() : [mentions.All[0]];
        var records = OutletReader.Find(generation, shown.SelectMany(mention => mention.Outlets));
        var asksOfBoth = certain.Count == MaxOutlets && certain.All(mention => mention.Trace == OutletTrace.Question);
        return new OutletFindings(
            asksOfBoth ? [.. records.Select(record => record with { Agreements = Between(record, records) })] : records,
            certain.Count == 0,
            mentions.OnlyAddress,
            asksOfBoth);
    }

    /// <summary>True when the message asks about an outlet itself.</summary>
    public static bool IsAsked(Question question, KnowledgeGeneration generation) =>
        OutletFinder.Find(question, OutletDirectory.Of(generation)).All.Any(mention => mention.Trace == OutletTrace.Question);

    private static IReadOnlyList<Dossiers.Agreement> Between(OutletRecord record, IReadOnlyList<OutletRecord> both) =>
        [.. record.Agreements.Where(agreement => both.All(other => agreement.Parties.Any(party => party.Id == other.Outlet.Id)))];
}
