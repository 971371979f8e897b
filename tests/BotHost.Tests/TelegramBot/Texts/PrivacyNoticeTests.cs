using BotHost.TelegramBot.Texts;
using FactChecking.Models;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.TelegramBot.Texts;

public class PrivacyNoticeTests
{
    [Fact]
    public void It_says_whether_a_model_sees_the_message()
    {
        var texts = BotTexts.In("en");

        Assert.EndsWith(texts.PrivacyWithoutModel, NoticeWith("none").In(texts), StringComparison.Ordinal);
        Assert.EndsWith(texts.PrivacyWithModel, NoticeWith("openai").In(texts), StringComparison.Ordinal);
    }

    private static PrivacyNotice NoticeWith(string provider) => new(Options.Create(new ModelOptions { Provider = provider }));
}
