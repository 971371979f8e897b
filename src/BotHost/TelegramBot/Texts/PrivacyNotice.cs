using FactChecking.Models;
using FactChecking.Semantics.Embedders;
using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot.Texts;

/// <summary>What /privacy says, which depends on whether a model outside this program helps to find or word the answers.</summary>
internal sealed class PrivacyNotice(IOptions<ModelOptions> model, IOptions<SemanticsOptions> semantics)
{
    public string In(BotTexts texts, PrivateTexts ofChats) =>
        $"{texts.Privacy}\n\n{ofChats.Privacy}\n\n{(model.Value.IsSet || semantics.Value.SendsMessages ? texts.PrivacyWithModel : texts.PrivacyWithoutModel)}";
}
