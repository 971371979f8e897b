namespace BotHost.Tests.Support;

/// <summary>The stand-in must be as strict as Telegram, or the tests prove nothing.</summary>
public class TelegramHtmlTests
{
    [Theory]
    [InlineData("a <b>b</b> <i>c <u>d</u></i>", "a b c d")]
    [InlineData("&lt;b&gt; &amp;lt; &quot;x&quot; &#65;&#x1F600;", "<b> &lt; \"x\" A😀")]
    [InlineData("&nbsp;&mdash; AT&T &", "&nbsp;&mdash; AT&T &")]
    [InlineData("<a href='https://x.org/?a=1&amp;b=2'>x</a>", "x")]
    [InlineData("<span class=\"tg-spoiler\">s</span><tg-spoiler>t</tg-spoiler>", "st")]
    [InlineData("<blockquote expandable>q</blockquote><pre><code class=\"language-cs\">c</code></pre>", "qc")]
    [InlineData("<B>upper</b>", "upper")]
    [InlineData("2 > 1", "2 > 1")]
    public void What_Telegram_takes_is_taken(string html, string text) => Assert.Equal(text, TelegramHtml.Parse(html).Text);

    [Theory]
    [InlineData("<p>x</p>")]
    [InlineData("a<br>b")]
    [InlineData("<b>unclosed")]
    [InlineData("<b><i>x</b></i>")]
    [InlineData("x</b>")]
    [InlineData("2 < 3")]
    [InlineData("<span>x</span>")]
    [InlineData("<a href=\"x>y</a>")]
    [InlineData("<b")]
    public void What_Telegram_refuses_is_refused(string html) =>
        Assert.StartsWith("Bad Request: can't parse entities", Assert.Throws<RefusedException>(() => TelegramHtml.Parse(html)).Message, StringComparison.Ordinal);
}
