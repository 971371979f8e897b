using BotHost.Store.Chats;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Languages;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: a command is answered with one of the fixed texts.</summary>
internal sealed class CommandHandler(ChatStore chats, PrivacyNotice privacy)
{
    public IReadOnlyList<OutgoingCall> Handle(IncomingUpdate update, string command)
    {
        var chosen = chats.FindLanguage(update.Chat);
        var texts = BotTexts.For(chosen, update.ClientLanguage);
        return [new SendText(update.Chat, update.Message?.Id, TextOf(command, texts, PrivateTexts.For(chosen, update.ClientLanguage)))
        {
            Buttons = command == Command.Language ? LanguageButtons(texts) : [],
        }];
    }

    private string TextOf(string command, BotTexts texts, PrivateTexts ofChats) => command switch
    {
        Command.Start => texts.Start,
        Command.Help => texts.Help,
        Command.About => texts.About,
        Command.Privacy => privacy.In(texts, ofChats),
        Command.Language => texts.ChooseLanguage,
        _ => texts.UnknownCommand,
    };

    private static IReadOnlyList<Button> LanguageButtons(BotTexts texts) =>
    [
        .. ReplyLanguages.All.Select(language => Button.ChooseLanguage(language, BotTexts.In(language).OwnName)),
        Button.ChooseLanguage(null, texts.Automatic),
    ];
}
