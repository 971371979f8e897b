using System.Text.RegularExpressions;
using FactChecking.Messages;
using FactChecking.Text;

namespace FactChecking.Outlets;

/// <summary>
/// Finds the outlets that a message points to: by the channel it was forwarded from, by its links, by an attribution in its
/// text, or because it asks about one. A name in passing does not count.
/// </summary>
internal static partial class OutletFinder
{
    private static readonly string[] TelegramHosts = ["t.me", "telegram.me", "telegram.dog"];

    private const int LongestText = 10_000;

    public static OutletMentions Find(Question question, OutletDirectory directory)
    {
        var text = question.Text.Length > LongestText ? question.Text[..LongestText] : question.Text;
        var (rest, links) = CanonicalLink.TakeOut(text);
        var found = new List<OutletMention>();
        foreach (var link in question.AllLinks.Select(CanonicalLink.Of).OfType<string>().Concat(links))
            Add(found, OutletTrace.Address, OfLink(link, directory));

        rest = TakeOutBare(rest, directory, found);
        var folded = OutletNames.Fold(rest);
        var names = directory.Names.PlacesIn(folded);
        foreach (var name in AttributionReader.Attributed(folded, names))
            Add(found, OutletTrace.Attribution, name.Outlets);
        if (directory.Names.Of(folded) is { Count: > 0 } alone)
            Add(found, OutletTrace.Question, alone);
        else if (AttributionReader.IsAbout(folded))
            names.ToList().ForEach(name => Add(found, OutletTrace.Question, name.Outlets));

        return new OutletMentions(found, found.Count > 0 && !rest.Any(char.IsLetterOrDigit));
    }

    // What an address has settled, a shared name does not open again.
    private static void Add(List<OutletMention> found, OutletTrace trace, IReadOnlyList<string> outlets)
    {
        if (outlets.Count == 0 || found.Any(mention => mention.Outlets.Intersect(outlets).Any() && mention.Outlets.Count <= outlets.Count))
            return;
        found.RemoveAll(mention => mention.Outlets.Intersect(outlets).Any());
        found.Add(new OutletMention(trace, outlets));
    }

    private static IReadOnlyList<string> OfLink(string link, OutletDirectory directory)
    {
        var parts = link.Split('/', '?');
        if (!TelegramHosts.Contains(parts[0]))
            return directory.OfHost(parts[0]);
        // t.me/s/name is the page of a channel that needs no application.
        var name = parts.Skip(1).SkipWhile(part => part == "s").FirstOrDefault();
        return name is null ? [] : directory.OfChannel(name);
    }

    // Addresses as people type them: "rt.com", "@channel". Only those on record are taken for one.
    private static string TakeOutBare(string text, OutletDirectory directory, List<OutletMention> found) =>
        Bare().Replace(text, match =>
        {
            var outlets = match.Value.StartsWith('@')
                ? directory.OfChannel(match.Value[1..])
                : directory.OfHost(CanonicalLink.Of(match.Value) ?? "");
            Add(found, OutletTrace.Address, outlets);
            return outlets.Count > 0 ? " " : match.Value;
        });

    [GeneratedRegex(@"(?<![\w@.])(?:@[A-Za-z]\w{3,31}|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![A-Za-z0-9_-])")]
    private static partial Regex Bare();
}
