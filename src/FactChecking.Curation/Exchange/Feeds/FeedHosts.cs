using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Curation.Exchange.Feeds;

/// <summary>The hosts whose feeds are read.</summary>
internal sealed class FeedHosts(ExchangeOptions options)
{
    /// <summary>Whether an address is of one of them, or of a sub-domain.</summary>
    public bool Allow(Uri address) =>
        address.Scheme is "http" or "https" && options.AllowedHosts.Any(host =>
            address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));

    public static ImportFault Fault(string name, string place, string field, string host) =>
        new(name, place, field, $"{host} is not among the publishers whose feeds are read", "If it is one that checks facts by published rules, add it to Exchange:FeedHosts");
}
