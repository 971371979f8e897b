using BotHost.TelegramBot.Texts;
using FactChecking.Models;
using FactChecking.Semantics.Embedders;
using Microsoft.Extensions.Options;

namespace BotHost.Tests.TelegramBot.Texts;

public class PrivacyNoticeTests
{
    [Fact]
    public void It_says_whether_a_model_sees_the_message()
    {
        var texts = BotTexts.In("en");

        Assert.EndsWith(texts.PrivacyWithoutModel, NoticeWith("none", "none").In(texts, PrivateTexts.In("en")), StringComparison.Ordinal);
        Assert.EndsWith(texts.PrivacyWithoutModel, NoticeWith("none", "onnx").In(texts, PrivateTexts.In("en")), StringComparison.Ordinal);
        Assert.EndsWith(texts.PrivacyWithModel, NoticeWith("openai", "none").In(texts, PrivateTexts.In("en")), StringComparison.Ordinal);
        Assert.EndsWith(texts.PrivacyWithModel, NoticeWith("none", "openai").In(texts, PrivateTexts.In("en")), StringComparison.Ordinal);
    }

    private static PrivacyNotice NoticeWith(string model, string semantics) =>
        new(Options.Create(new ModelOptions { Provider = model }), Options.Create(new SemanticsOptions { Provider = semantics }));
}
