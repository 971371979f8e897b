using BotHost.Store.Chats;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Languages;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace BotHost.Tests.TelegramBot.Handling;

public class ClaimButtonTests : BotTest
{
    private static readonly PrivateTexts Texts = PrivateTexts.In("en");

    [Fact]
    public async Task Two_buttons_stand_beside_each_other_and_a_wrong_match_stands_apart()
    {
        await StartBotAsync();

        var answer = await AskAsync();

        Assert.Equal(
            [Texts.Helpful, Texts.NotHelpful, Texts.WrongMatch, Texts.WhereFrom, Texts.Sources], answer.Buttons.Select(button => button.Label));
        Assert.Equal(3, answer.Rows);
    }

    [Theory]
    [InlineData("Helpful", "helpful")]
    [InlineData("NotHelpful", "not_helpful")]
    public async Task What_an_answer_was_worth_is_counted_and_thanked_for_after_a_restart_too(string button, string kind)
    {
        var before = await StartBotAsync();
        var answer = await AskAsync();
        await StopAsync(before);
        var bot = await StartBotAsync();

        await Telegram.PressAsync(Chat, answer, button == "Helpful" ? Texts.Helpful : Texts.NotHelpful);

        var after = await Telegram.NextReplyAsync(Chat);
        Assert.Equal((answer.Id, answer.Text), (after.Id, after.Text));
        Assert.Equal([Texts.WhereFrom, Texts.Sources], after.Buttons.Select(left => left.Label));
        var counted = Assert.Single(await bot.Services.GetRequiredService<FeedbackStore>().ListAsync());
        Assert.Equal(("C-NATO20", "en", kind, 1), counted);
        Assert.Equal(Texts.Thanks, (string?)Telegram.Calls.Single(call => call.Method == "answerCallbackQuery").Parameters["text"]);
    }

    [Fact]
    public async Task A_wrong_match_gives_way_to_the_other_candidates_and_is_counted_apart()
    {
        var bot = await StartBotAsync();
        var wrong = await AskAsync(Sample.LongTrail);

        await Telegram.PressAsync(Chat, wrong, Texts.WrongMatch);

        var others = await Telegram.NextReplyAsync(Chat);
        Assert.Equal(wrong.Id, others.Id);
        Assert.Equal(BotTexts.In("en").NoneOfThese, others.Buttons[^1].Label);
        Assert.InRange(others.Buttons.Count, 2, 4);
        var key = wrong.Buttons[0].Data.Split(':')[3];
        Assert.All(others.Buttons, button => Assert.DoesNotContain(key, button.Data, StringComparison.Ordinal));
        Assert.Equal("wrong_match", Assert.Single(await bot.Services.GetRequiredService<FeedbackStore>().ListAsync()).Kind);
    }

    [Fact]
    public async Task Where_it_came_from_is_a_second_message_with_every_statement_cited()
    {
        await StartBotAsync();
        var answer = await AskAsync();

        await Telegram.PressAsync(Chat, answer, Texts.WhereFrom);

        var trail = await Telegram.NextReplyAsync(Chat);
        Assert.False(trail.IsEdit);
        Assert.Equal(answer.Id, trail.ReplyTo);
        Assert.Matches(@"1\. RT \(2021-12\) \[\d+\]\n2\. Reference News \(2021-12\) \[\d+\]\n3\. ", trail.Text);
        Assert.Contains("Owners (no proof of true or false): ", trail.Text, StringComparison.Ordinal);
        Assert.Contains("Agreement: ", trail.Text, StringComparison.Ordinal);
        Assert.Contains("is no proof that it is false", trail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_trail_is_drawn_with_words_for_those_who_cannot_see_it()
    {
        await StartBotAsync();
        var answer = await AskAsync(Sample.LongTrail);

        await Telegram.PressAsync(Chat, answer, Texts.WhereFrom);

        await Telegram.NextReplyAsync(Chat);
        var picture = await Telegram.NextReplyAsync(Chat);
        Assert.Contains(" → ", picture.Text, StringComparison.Ordinal);
        using var drawn = SKBitmap.Decode(Telegram.PictureOf(picture));
        Assert.Equal(900, drawn.Width);
        Assert.True(drawn.Pixels.Distinct().Count() > 20, "There are letters on it.");
        Assert.Equal(answer.Id, picture.ReplyTo);
    }

    [Fact]
    public async Task A_short_trail_brings_no_picture()
    {
        await StartBotAsync();
        var answer = await AskAsync();

        await Telegram.PressAsync(Chat, answer, Texts.WhereFrom);
        await Telegram.NextReplyAsync(Chat);
        await Telegram.SendTextAsync(Chat, "/help");

        Assert.Equal(TelegramHtml.Parse(BotTexts.In("en").Help).Text, (await Telegram.NextReplyAsync(Chat)).Text);
        Assert.DoesNotContain("sendPhoto", Telegram.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task The_sources_are_a_second_message_with_what_they_are_cited_for()
    {
        await StartBotAsync();
        var answer = await AskAsync();

        await Telegram.PressAsync(Chat, answer, Texts.Sources);

        var sources = await Telegram.NextReplyAsync(Chat);
        Assert.Contains("[3] ", sources.Text, StringComparison.Ordinal);
        Assert.Contains("“", sources.Text, StringComparison.Ordinal);
        Assert.NotEmpty(sources.Links);
        Assert.DoesNotContain(sources.Links, link => link.Contains("/claims/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sources_end_with_the_claim_s_page_where_pages_have_a_public_address()
    {
        await StartBotAsync(more: new Dictionary<string, string?> { ["Pages:PublicAddress"] = "https://facts.example" });
        var answer = await AskAsync();
        var press = answer.Buttons.Single(button => button.Label == Texts.Sources).Data;

        foreach (var language in ReplyLanguages.All)
        {
            await Telegram.PressDataAsync(Chat, answer, $"{press[..press.LastIndexOf(':')]}:{language}");
            var sources = await Telegram.NextReplyAsync(Chat);

            Assert.Equal($"https://facts.example/claims/C-NATO20?language={language}", sources.Links[^1]);
            Assert.DoesNotContain("facts.example", sources.Text, StringComparison.Ordinal); // the link is behind words
            Assert.DoesNotMatch(@"\[\d+\]", sources.Text.Split('\n')[^1]);
        }
    }

    [Theory]
    [InlineData("v1:more:Origin:0123456789abcdef:en")]
    [InlineData("v1:said:Helpful:0123456789abcdef:en")]
    public async Task A_button_about_a_claim_that_is_gone_says_so(string data)
    {
        await StartBotAsync();
        var answer = await AskAsync();

        await Telegram.PressDataAsync(Chat, answer, data);

        await Telegram.CalledAsync("answerCallbackQuery");
        Assert.Equal(Texts.ClaimGone, (string?)Telegram.Calls.Single(call => call.Method == "answerCallbackQuery").Parameters["text"]);
    }

    private async Task<BotMessage> AskAsync(string text = Sample.Known)
    {
        await Telegram.SendTextAsync(Chat, text);
        return await Telegram.NextReplyAsync(Chat);
    }
}
