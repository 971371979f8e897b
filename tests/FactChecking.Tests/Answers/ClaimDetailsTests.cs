using System.Text.RegularExpressions;
using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Pictures;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Answers;

public sealed partial class ClaimDetailsTests(CuratedFactChecker curated, CuratedKnowledge knowledge)
    : IClassFixture<CuratedFactChecker>, IClassFixture<CuratedKnowledge>
{
    private const int MaxCharacters = 4096;

    public static TheoryData<string, string> ClaimsAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Data, "claims"), "*.yaml"))
            {
                foreach (var language in ReplyLanguages.All)
                    data.Add(Path.GetFileNameWithoutExtension(file), language);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ClaimsAndLanguages))]
    public async Task A_trail_and_its_sources_fit_into_a_message_and_every_step_is_cited(string claim, string language)
    {
        var origin = await curated.Details.FindOriginAsync(ClaimKey.Of(claim), language, TestContext.Current.CancellationToken);
        var sources = await curated.Details.FindSourcesAsync(ClaimKey.Of(claim), language, TestContext.Current.CancellationToken);

        Assert.InRange(Visible(origin!.Text).Length, 1, MaxCharacters);
        Assert.InRange(Visible(sources!).Length, 1, MaxCharacters);
        Assert.Contains("[1]", sources, StringComparison.Ordinal);
        Assert.All(Step().Matches(Visible(origin.Text)), step => Assert.Matches(@"\[\d+\]$", step.Value));
        Assert.DoesNotContain("{{", origin.Text + sources, StringComparison.Ordinal);
        Assert.InRange(origin.Picture?.Description.Length ?? 0, 0, 1024);
    }

    [Fact]
    public async Task What_was_agreed_is_told_with_the_agreement_and_cited()
    {
        var origin = await curated.Details.FindOriginAsync(ClaimKey.Of("C-ACCIDENTS"), ReplyLanguages.English, TestContext.Current.CancellationToken);

        Assert.Matches(@"Agreement:(</b>)? Sputnik – Global Times: [^\n]*\(what is on record of it: [^\n)]+\); this shows a channel[^\n]*\[\d+\]\n", origin!.Text);
    }

    [Fact]
    public async Task A_key_that_names_no_claim_brings_nothing()
    {
        Assert.Null(await curated.Details.FindOriginAsync("0123456789abcdef", ReplyLanguages.English, TestContext.Current.CancellationToken));
        Assert.Null(await curated.Details.FindSourcesAsync("0123456789abcdef", ReplyLanguages.English, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Arrows_stand_for_relays_that_a_source_asserts_and_not_for_what_came_later()
    {
        var trail = DossierReader.Find(knowledge.Knowledge.Current, "C-BIOLABS")!.Trails[0];

        var diagram = TrailDiagram.Of(trail, ReplyLanguages.English)!;

        Assert.True(diagram.Rows.Count < trail.Steps.Count);
        Assert.Equal(
            trail.Relays.Select(relay => (relay.From.NameIn("en"), relay.To.NameIn("en"))).Distinct().Order(),
            diagram.Arrows.Select(arrow => (diagram.Rows[arrow.From].Name, diagram.Rows[arrow.To].Name)).Distinct().Order());
    }

    [Theory]
    [InlineData("C-ACCIDENTS", "2022", "2022-03")]
    [InlineData("C-BIOLABS", "2022", "2022-03-17")]
    public void A_carrier_of_which_only_the_year_is_on_record_does_not_stand_above_its_months(string claim, string year, string other)
    {
        var diagram = TrailDiagram.Of(DossierReader.Find(knowledge.Knowledge.Current, claim)!.Trails[0], ReplyLanguages.English)!;

        var dates = diagram.Rows.Select(row => row.Date).ToList();

        Assert.True(dates.IndexOf(year) > dates.LastIndexOf(other), string.Join(", ", dates));
        Assert.All(diagram.Arrows, arrow => Assert.True(arrow.From < arrow.To, $"{arrow}: {string.Join(", ", diagram.Rows)}"));
    }

    [Fact]
    public void A_trail_in_Chinese_is_drawn_with_the_forms_of_its_script()
    {
        var fonts = new PictureFonts("/usr/share/fonts");
        Assert.SkipWhen(fonts.Find("骨", ReplyLanguages.English) is null, "There is no font for Chinese here.");

        Assert.EndsWith(" SC", fonts.Find("骨", ReplyLanguages.SimplifiedChinese)!.FamilyName, StringComparison.Ordinal);
        Assert.EndsWith(" TC", fonts.Find("骨", ReplyLanguages.TraditionalChinese)!.FamilyName, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_font_that_holds_the_letters_there_is_no_picture()
    {
        using var folder = new TemporaryFolder();
        var diagram = TrailDiagram.Of(DossierReader.Find(knowledge.Knowledge.Current, "C-BIOLABS")!.Trails[0], ReplyLanguages.SimplifiedChinese)!;

        Assert.Null(new TrailPicture(new PictureFonts(Path.GetDirectoryName(folder.File("x"))!)).Draw(diagram));
    }

    private static string Visible(string html) => Tag().Replace(html, "");

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\d+\. .*$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
