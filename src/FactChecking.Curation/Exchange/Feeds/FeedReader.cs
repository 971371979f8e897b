using System.Globalization;
using System.Net;
using System.ServiceModel.Syndication;
using System.Text.RegularExpressions;
using System.Xml;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Languages;

namespace FactChecking.Curation.Exchange.Feeds;

/// <summary>Reads RSS 2.0 and Atom 1.0 as drafts.</summary>
internal sealed partial class FeedReader(FeedHosts hosts, ImportRequest request)
{
    // A teaser; whole articles stay where they were published.
    private const int LongestSummary = 1000;
    private const int LongestTitle = 500;

    /// <summary>The entries in the order of the feed, each a draft or a fault.</summary>
    /// <exception cref="ImportRefusedException">It is no feed, or not one of an allowed publisher.</exception>
    public IReadOnlyList<(string Place, ImportDraft? Draft, ImportFault? Fault)> Read(Stream stream, string name)
    {
        var feed = Load(stream, name);
        if (!feed.Links.Select(link => Absolute(link, feed)).Any(address => address is not null && hosts.Allow(address)))
        {
            throw new ImportRefusedException([feed.Links.Select(link => Absolute(link, feed)).FirstOrDefault(address => address is not null) is { } site
                ? FeedHosts.Fault(name, "", "link", site.Host)
                : new ImportFault(name, "", "link", "is missing, so that the feed does not say whose it is", "Ask its publisher for a feed that does")]);
        }

        var licence = request.Licence ?? (feed.Links.FirstOrDefault(link => link.RelationshipType == "license")?.Uri is { } terms ? Licences.FromAddress(terms.ToString()) : null);
        if (string.IsNullOrWhiteSpace(licence))
            throw new ImportRefusedException(name, "", "licence", "is not known", "Say the licence of the data, such as CC-BY-4.0 (on the command line: --licence SPDX)");
        var publisher = Plain(feed.Title?.Text, LongestTitle) ?? request.Source
            ?? throw new ImportRefusedException(name, "", "title", "is missing", "Say whom the data are from (on the command line: --source NAME)");
        return [.. feed.Items.Index().Select(item => Entry(item.Item, feed, name, $"item {item.Index + 1}", publisher, licence))];
    }

    private (string, ImportDraft?, ImportFault?) Entry(SyndicationItem entry, SyndicationFeed feed, string name, string place, string publisher, string licence)
    {
        var link = entry.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate") ?? entry.Links.FirstOrDefault();
        var address = link is null ? null : Absolute(link, feed);
        if (address is null)
            return (place, null, new ImportFault(name, place, "link", "is missing", "Leave the entry out"));
        if (!hosts.Allow(address))
            return (place, null, FeedHosts.Fault(name, place, "link", address.Host));
        if (Plain(entry.Title?.Text, LongestTitle) is not { } title)
            return (place, null, new ImportFault(name, place, "title", "is missing", "Leave the entry out"));
        var published = entry.PublishDate != default ? entry.PublishDate : entry.LastUpdatedTime;
        return (place, new ImportDraft
        {
            Url = address.ToString(),
            Title = title,
            Summary = Plain(entry.Summary?.Text, LongestSummary),
            Published = published == default ? null : published.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Language = feed.Language ?? ReplyLanguages.OfTextAlone(title),
            Publisher = publisher,
            Source = request.Source ?? publisher,
            Licence = licence,
        }, null);
    }

    private static SyndicationFeed Load(Stream stream, string name)
    {
        try
        {
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var feed = SyndicationFeed.Load(xml);
            feed.Items = [.. feed.Items]; // read now, so that what is wrong shows here
            return feed;
        }
        catch (XmlException exception)
        {
            throw new ImportRefusedException(name, $"line {exception.LineNumber}", "", "is neither RSS 2.0 nor Atom 1.0, or declares a document type, which is not read", "Give the feed as its publisher has it");
        }
    }

    private static Uri? Absolute(SyndicationLink link, SyndicationFeed feed) =>
        link.GetAbsoluteUri() ?? (feed.BaseUri is { } of && Uri.TryCreate(of, link.Uri, out var address) ? address : null);

    // Feeds write HTML into their texts. What comes out is shown as text, so this need not make anything safe.
    private static string? Plain(string? html, int longest)
    {
        if (html is null)
            return null;
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();
        return text.Length == 0 ? null : text.Length <= longest ? text : $"{text[..longest].TrimEnd()}…";
    }

    [GeneratedRegex(@"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->|<[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
