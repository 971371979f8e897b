using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FactChecking.Languages;

namespace BotHost.Tests.Pages;

public sealed class ChatPageTests(ChatPageFixture fixture) : IClassFixture<ChatPageFixture>
{
    private const string Answered = "Polls show that only 20% of Ukrainians want to join NATO";
    private const string Unclear = "Biolabs in Ukraine";

    [Fact]
    public async Task A_message_gets_the_reply_that_Telegram_would_get()
    {
        var page = await fixture.Host.OpenAsync();

        var answered = await page.SendAsync(Answered);

        Assert.Contains("EUvsDisinfo", answered.ReplyText(), StringComparison.Ordinal);
        Assert.Equal("Claim:", answered.Reply()!.QuerySelector("b")!.TextContent);
        Assert.Equal("en", answered.Reply()!.GetAttribute("lang"));
        Assert.Equal(Answered, answered.QuerySelector(".question p")!.TextContent);
    }

    [Fact]
    public async Task Links_of_a_reply_open_apart_and_tell_nobody_where_from()
    {
        var page = await fixture.Host.OpenAsync();

        var links = (await page.SendAsync(Answered)).Reply()!.QuerySelectorAll<IHtmlAnchorElement>("a");

        Assert.All(links, link => Assert.Equal(("_blank", "noopener noreferrer"), (link.Target, link.GetAttribute("rel"))));
        Assert.Contains(links, link => link.Href.StartsWith("https://euvsdisinfo.eu/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claim_can_be_picked_when_the_reply_asks_which()
    {
        var page = await fixture.Host.OpenAsync();
        var asked = await page.SendAsync(Unclear);

        var picked = await asked.PressAsync(asked.Choices()[0]);

        Assert.Contains($"“{asked.Choices()[0]}”", picked.ReplyText(), StringComparison.Ordinal);
        Assert.Empty(picked.Choices());
        Assert.Equal(Unclear, picked.QuerySelector(".question p")!.TextContent);
    }

    [Fact]
    public async Task None_of_these_says_that_no_match_is_not_a_yes()
    {
        var page = await fixture.Host.OpenAsync();
        var asked = await page.SendAsync(Unclear);

        var none = await asked.PressAsync("None of these");

        Assert.Contains("does NOT mean that it is true", none.ReplyText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_no_longer_on_record_keeps_the_message()
    {
        var page = await fixture.Host.OpenAsync();
        var asked = await page.SendAsync(Unclear);
        asked.QuerySelector(".choices button")!.SetAttribute("value", "0123456789abcdef");

        var gone = await asked.PressAsync(asked.Choices()[0]);

        Assert.Contains("no longer on record", gone.Problem(), StringComparison.Ordinal);
        Assert.Equal(Unclear, gone.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
    }

    [Theory]
    [InlineData(ReplyLanguages.English)]
    [InlineData(ReplyLanguages.Russian)]
    [InlineData(ReplyLanguages.Ukrainian)]
    [InlineData(ReplyLanguages.SimplifiedChinese)]
    [InlineData(ReplyLanguages.TraditionalChinese)]
    public async Task The_reply_has_the_language_that_was_chosen(string language)
    {
        var page = await fixture.Host.OpenAsync();

        var answered = await page.SendAsync(Answered, language);
        var asked = await answered.SendAsync(Unclear, language);
        var picked = await asked.PressAsync(asked.Choices()[0]);

        Assert.All([answered, asked, picked], reply => Assert.Equal(language, reply.Reply()!.GetAttribute("lang")));
        Assert.Equal(language, picked.QuerySelector<IHtmlSelectElement>("select")!.Value);
    }

    [Fact]
    public async Task Every_example_gets_a_reply_in_its_own_language()
    {
        var page = await fixture.Host.OpenAsync();
        var examples = page.QuerySelectorAll(".examples button");

        foreach (var example in examples)
        {
            var answered = await page.PressAsync(example.TextContent);

            Assert.Equal(example.GetAttribute("lang"), answered.Reply()?.GetAttribute("lang"));
        }

        Assert.Equal(ReplyLanguages.All.Order(), examples.Select(example => example.GetAttribute("lang")!).Distinct().Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public async Task An_empty_message_is_asked_for(string message)
    {
        var page = await fixture.Host.OpenAsync();

        var refused = await page.SendAsync(message);

        Assert.Equal("Paste or type a message first.", refused.Problem());
        Assert.Equal("problem", refused.QuerySelector("textarea")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task A_message_may_have_20000_characters_and_no_more()
    {
        var page = await fixture.Host.OpenAsync();

        var longest = await page.SendAsync(string.Concat(Enumerable.Repeat("NATO\n", 4_000)));
        var tooLong = await page.SendAsync(new string('a', 20_001));

        Assert.NotNull(longest.Reply());
        Assert.Equal("This message is longer than 20,000 characters. Send the part with the claim.", tooLong.Problem());
        Assert.Null(tooLong.Reply());
    }

    [Fact]
    public async Task Markup_in_a_message_stays_text()
    {
        const string Attack = "</p></textarea><script>alert(1)</script><img src=x onerror=alert(1)> Biolabs in Ukraine \"><b>";
        var page = await fixture.Host.OpenAsync();

        var answered = await page.SendAsync(Attack, from: "\"><script>alert(2)</script>");

        Assert.Equal(Attack, answered.QuerySelector(".question p")!.TextContent);
        Assert.Empty(answered.QuerySelectorAll("img"));
        Assert.Equal("", Assert.Single(answered.QuerySelectorAll("script")).TextContent);
    }

    [Fact]
    public async Task The_page_is_made_for_keyboards_and_screen_readers()
    {
        var page = await fixture.Host.OpenAsync();

        var asked = await page.SendAsync(Unclear);

        foreach (var document in new[] { page, asked })
        {
            Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
            Assert.Single(document.QuerySelectorAll("h1"));
            Assert.Single(document.QuerySelectorAll("main"));
            Assert.All(
                document.QuerySelectorAll<IHtmlElement>("textarea, select, input:not([type=hidden])"),
                field => Assert.Single(document.QuerySelectorAll($"label[for={field.Id}]")));
        }
        Assert.True(asked.QuerySelector(".reply")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task What_people_write_is_neither_logged_nor_in_an_address()
    {
        var page = await fixture.Host.OpenAsync();

        var answered = await page.SendAsync($"{Answered} Zyxwvut");
        var asked = await answered.SendAsync(Unclear, from: "@Qponmlk");
        var picked = await asked.PressAsync(asked.Choices()[0]);

        Assert.Equal(fixture.Host.Address.AbsoluteUri, picked.Url);
        Assert.DoesNotContain(fixture.Host.Log.Lines, line => line.Contains("Zyxwvut", StringComparison.Ordinal));
        Assert.DoesNotContain(fixture.Host.Log.Lines, line => line.Contains("Qponmlk", StringComparison.Ordinal));
    }
}
