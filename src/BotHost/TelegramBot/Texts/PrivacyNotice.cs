namespace BotHost.TelegramBot.Texts;

/// <summary>What /privacy says, which depends on whether a model outside this program words the answers.</summary>
internal sealed class PrivacyNotice(bool usesOutsideModel)
{
    public string In(BotTexts texts) =>
        $"{texts.Privacy}\n\n{(usesOutsideModel ? texts.PrivacyWithModel : texts.PrivacyWithoutModel)}";
}
