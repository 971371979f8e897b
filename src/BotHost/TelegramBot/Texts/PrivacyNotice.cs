using FactChecking.Models;
using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot.Texts;

/// <summary>What /privacy says, which depends on whether a model outside this program helps to word the answers.</summary>
internal sealed class PrivacyNotice(IOptions<ModelOptions> model)
{
    public string In(BotTexts texts) =>
        $"{texts.Privacy}\n\n{(model.Value.IsSet ? texts.PrivacyWithModel : texts.PrivacyWithoutModel)}";
}
