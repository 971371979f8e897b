using BotHost.TelegramBot.Sending;

namespace BotHost.Tests.TelegramBot.Sending;

public class PlainTextTests
{
    [Theory]
    [InlineData("<b>Finding</b> [1] &lt;3 &amp;amp; more", "Finding [1] <3 &amp; more")]
    [InlineData("[1] <a href=\"https://example.org/a?b=1&amp;c=2\">Publisher, 2024</a>", "[1] Publisher, 2024 (https://example.org/a?b=1&c=2)")]
    [InlineData("2 < 3 and <b>unclosed", "2 < 3 and unclosed")]
    [InlineData("cut off <a href=\"https://exa", "cut off <a href=\"https://exa")]
    public void Markup_goes_and_words_and_addresses_stay(string html, string expected) =>
        Assert.Equal(expected, PlainText.From(html));
}
