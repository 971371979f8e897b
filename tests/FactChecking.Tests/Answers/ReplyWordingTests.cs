using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FactChecking.Answers;
using FactChecking.Dossiers;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Prompts;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Answers;

/// <summary>What a person reads, in every language and on every claim of <c>data/</c>.</summary>
public sealed partial class ReplyWordingTests(CuratedKnowledge curated, ITestOutputHelper output) : IClassFixture<CuratedKnowledge>
{
    private const int LongestAllowed = 1500;
    private const int LongestMedian = 1000;

    private static readonly PromptLibrary Prompts = new(Repository.Prompts);

    private readonly TemplateComposer _templates = new(Prompts);

    public static TheoryData<string> AllLanguages => [.. ReplyLanguages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Every_line_before_the_sources_ends_with_a_marker(string language)
    {
        foreach (var (claim, reply) in await ComposeAllAsync(language))
        {
            foreach (var line in LinesBeforeSources(reply))
                Assert.True(EndsWithMarker().IsMatch(line), $"{claim}: {line}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Every_marker_leads_to_a_source_and_every_source_is_used(string language)
    {
        foreach (var (claim, reply) in await ComposeAllAsync(language))
        {
            var used = LinesBeforeSources(reply).SelectMany(MarkersOf).Distinct().Order();
            var listed = SourceLines(reply).Select(line => MarkersOf(line).First());

            Assert.True(used.SequenceEqual(listed), $"{claim}: {reply.Html}");
            Assert.Equal(listed, reply.Citations.Select(citation => citation.Marker));
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task The_html_has_bold_and_links_only_and_closes_them(string language)
    {
        foreach (var (claim, reply) in await ComposeAllAsync(language))
        {
            Assert.True(OnlyBoldAndLinks().IsMatch(reply.Html), $"{claim}: {reply.Html}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Nothing_of_the_template_is_left_in_the_text(string language)
    {
        foreach (var (claim, reply) in await ComposeAllAsync(language))
        {
            var text = VisibleText(reply.Html);

            Assert.False(LeftOver().IsMatch(text), $"{claim}: “{LeftOver().Match(text).Value}” in {text}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task A_reply_fits_a_screen(string language)
    {
        var lengths = (await ComposeAllAsync(language)).Select(item => item.Reply.VisibleLength).Order().ToList();

        var median = lengths[lengths.Count / 2];
        output.WriteLine($"{language}: median {median}, longest {lengths[^1]}");
        Assert.InRange(lengths[^1], 1, LongestAllowed - 1);
        Assert.InRange(median, 1, LongestMedian - 1);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task No_reply_links_to_an_outlet_under_a_dissemination_ban(string language)
    {
        foreach (var (claim, reply) in await ComposeAllAsync(language))
        {
            foreach (var address in Address().Matches(reply.Html).Select(match => new Uri(WebUtility.HtmlDecode(match.Groups[1].Value))))
                Assert.False(BannedHost().IsMatch(address.IdnHost), $"{claim}: {address}");
        }
    }

    [Theory]
    [InlineData("en", "“", "”")]
    [InlineData("ru", "«", "»")]
    [InlineData("uk", "«", "»")]
    [InlineData("zh-Hans", "“", "”")]
    [InlineData("zh-Hant", "「", "」")]
    public async Task The_claim_stands_in_the_quotation_marks_of_the_language(string language, string opening, string closing)
    {
        foreach (var (_, reply) in await ComposeAllAsync(language))
        {
            Assert.Contains($"{opening}{reply.View.Claim}{closing}", VisibleText(reply.Html), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "NOT", "no proof", "not that this item used it")]
    [InlineData("ru", "НЕ", "ничего не доказывает", "а не путь этой новости")]
    [InlineData("uk", "НЕ", "нічого не доводить", "а не шлях цієї новини")]
    [InlineData("zh-Hans", "不代表", "不能证明真假", "不说明这条内容")]
    [InlineData("zh-Hant", "不代表", "不能證明真假", "不說明這則內容")]
    public async Task What_a_reply_does_not_mean_is_said_in_it(string language, string noMatch, string noProof, string noTransit)
    {
        var replies = (await ComposeAllAsync(language)).Select(item => item.Reply).ToList();

        var none = await _templates.NoneAsync(curated.Knowledge.Current, language);

        Assert.Contains(noMatch, none, StringComparison.Ordinal);
        Assert.Contains(curated.Knowledge.Current.Claims.ToString(CultureInfo.InvariantCulture), none, StringComparison.Ordinal);
        Assert.All(replies.Where(reply => reply.View.Owners is not null), reply => Assert.Contains(noProof, reply.Html, StringComparison.Ordinal));
        Assert.All(replies.Where(reply => reply.View.Agreements.Count > 0), reply => Assert.Contains(noTransit, reply.Html, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task A_denial_and_a_question_are_not_worded_as_the_claim_itself(string language)
    {
        var dossier = Dossier("C-BIOLABS");

        var openings = new HashSet<string>();
        foreach (var stance in Enum.GetValues<Stance>())
        {
            var reply = await _templates.ComposeAsync(dossier, stance, language, CancellationToken.None);
            openings.Add(reply.Html.Split("</b>")[0]);
        }

        Assert.Equal(3, openings.Count);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Every_relation_to_an_owner_has_words(string language)
    {
        var relations = EnumOf("ownership", "relation");

        var worded = new HashSet<string>();
        foreach (var relation in relations)
        {
            var owners = new OwnersView([new OwnerView("SUBJECT", relation, relation == "publicly_listed" ? null : "OWNER", null, "[1]")]);
            var rendered = await RenderAsync(language, Empty with { Owners = owners });
            var line = rendered.Split('\n').Single(line => line.Contains("SUBJECT", StringComparison.Ordinal));
            Assert.Equal(relation != "publicly_listed", line.Contains("OWNER", StringComparison.Ordinal));
            worded.Add(line);
        }

        // Only owned_by and state_owned are worded alike.
        Assert.Equal(relations.Count - 1, worded.Count);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task What_was_not_checked_as_such_is_not_called_a_check_of_the_claim(string language)
    {
        string[] scopes = ["same_claim", "earlier_version", "broader_narrative", "cause", "premise", "related_claim"];

        var worded = new HashSet<string>();
        foreach (var scope in scopes)
            worded.Add(await RenderAsync(language, Empty with { Debunks = [new DebunkView("PUBLISHER", null, scope, "RATING", null, null, "[1]")] }));

        Assert.Equal(scopes.Length, worded.Count);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_language_has_the_blocks_of_the_english_template(string language)
    {
        // The order within a line is the language's own.
        Assert.Equal(TagsByLine(ReplyLanguages.English), TagsByLine(language));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task A_reply_without_a_finding_says_why_there_is_none(string language)
    {
        ClaimDossier[] dossiers = [Dossier("C-COUP"), Dossier("C-COUP-SUPPRESS")];
        var candidates = dossiers.Select(dossier => new Candidate(dossier.Id, dossier.Key, dossier.Text.In(language))).ToList();
        string[] replies =
        [
            await _templates.AskAsync(candidates, language, CancellationToken.None),
            await _templates.NoneAsync(curated.Knowledge.Current, language),
            await _templates.WithoutMatchAsync(Decision.NotCheckable, language, CancellationToken.None),
            await _templates.WithoutMatchAsync(Decision.NothingToCheck, language, CancellationToken.None),
        ];

        Assert.Equal(replies.Length, replies.Distinct().Count());
        Assert.All(replies, reply => Assert.False(string.IsNullOrWhiteSpace(reply) || LeftOver().IsMatch(reply), reply));
        Assert.All(candidates, candidate => Assert.Contains(candidate.Text, WebUtility.HtmlDecode(replies[0]), StringComparison.Ordinal));
    }

    private static readonly ReplyView Empty = new() { Stance = "asserts", Claim = "CLAIM", ClaimMarks = "[1]" };

    private static Task<string> RenderAsync(string language, ReplyView view) =>
        Prompts.RenderAsync($"Reply/{language}", new() { ["decision"] = nameof(Decision.Answer), ["view"] = view }, CancellationToken.None);

    private async Task<IReadOnlyList<(string Claim, ComposedReply Reply)>> ComposeAllAsync(string language)
    {
        var replies = new List<(string, ComposedReply)>();
        foreach (var claim in Directory.EnumerateFiles(Path.Combine(Repository.Data, "claims"), "*.yaml").Select(Path.GetFileNameWithoutExtension).Order())
        {
            foreach (var stance in Enum.GetValues<Stance>())
                replies.Add((claim!, await _templates.ComposeAsync(Dossier(claim!), stance, language, CancellationToken.None)));
        }
        return replies;
    }

    private ClaimDossier Dossier(string claim) =>
        DossierReader.Find(curated.Knowledge.Current, claim) ?? throw new KeyNotFoundException(claim);

    private static IEnumerable<string> LinesBeforeSources(ComposedReply reply) =>
        VisibleText(reply.Html).Split('\n').Where(line => line.Length > 0).SkipLast(reply.Citations.Count + 1);

    private static IEnumerable<string> SourceLines(ComposedReply reply) =>
        VisibleText(reply.Html).Split('\n').TakeLast(reply.Citations.Count);

    private static IEnumerable<int> MarkersOf(string line) =>
        Marker().Matches(line).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private static string VisibleText(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    private static List<string> TagsByLine(string language) =>
        [.. File.ReadLines(Path.Combine(Repository.Prompts, "Reply", language, "skprompt.txt"))
            .Select(line => string.Concat(TemplateTag().Matches(line).Select(match => match.Value).Order(StringComparer.Ordinal)))
            .Where(tags => tags.Length > 0)];

    private static List<string> EnumOf(string schema, string property)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Data, "schema", $"{schema}.schema.json")));
        return [.. document.RootElement.GetProperty("properties").GetProperty(property).GetProperty("enum").EnumerateArray().Select(value => value.GetString()!)];
    }

    [GeneratedRegex(@"\[\d+\]$")]
    private static partial Regex EndsWithMarker();

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Marker();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A([^<>]|<b>[^<>]*</b>|<a href=""[^""<>]*"">[^<>]*</a>)*\z")]
    private static partial Regex OnlyBoldAndLinks();

    // Braces, the separator, empty quotes, two spaces, and spaces where no language has them.
    [GeneratedRegex(@"\{\{|\}\}|\|\s|\s\||“”|«»|「」|  | [,.;:]|：：|，，|[：，；。、（] | [：，；。、）]|:\s*\[\d|\n\n\n")]
    private static partial Regex LeftOver();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex(@"(^|\.)(rt\.com|rtbrasil\.com|sputnik[^.]*\.[a-z]+|ria\.ru|rg\.ru)$")]
    private static partial Regex BannedHost();

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex TemplateTag();
}
