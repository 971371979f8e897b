using System.Text.Encodings.Web;
using BotHost.Pages;

namespace BotHost.Tests.Pages;

public sealed class ReplyContentTests
{
    [Theory]
    [InlineData("<b>a &lt; b</b>\n\nc", "<b>a &lt; b</b>\n\nc")]
    [InlineData("""<a href="https://example.org/?a=1&amp;b=2">x</a>""", """<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">x</a>""")]
    [InlineData("""<a href="javascript:alert(1)">x</a>""", "x")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("""<b onclick="alert(1)">x</b>""", "<b>x</b>")]
    [InlineData("a\u0001b\uD83D\uDE00", "ab&#x1F600;")]
    public void Only_bold_words_and_links_to_the_web_come_of_a_reply(string telegram, string expected)
    {
        using var html = new StringWriter { NewLine = "\n" };

        ReplyContent.FromTelegram(telegram).WriteTo(html, HtmlEncoder.Default);

        Assert.Equal(expected, html.ToString().Replace("&#xA;", "\n", StringComparison.Ordinal));
    }
}
