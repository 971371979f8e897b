using BotHost.Store.Chats;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;

namespace BotHost.TelegramBot.Fairness;

/// <summary>Step 5: a chat that asks too much is told so.</summary>
internal sealed class TooManyQuestionsHandler(ChatStore chats)
{
    public IReadOnlyList<OutgoingCall> Handle(IncomingUpdate update)
    {
        var texts = BotTexts.For(chats.FindLanguage(update.Chat), update.ClientLanguage);
        var notice = new SendText(update.Chat, update.Message?.Id, texts.TooMany);
        return update.Press is { } press ? [new AcknowledgePress(press.Id), notice] : [notice];
    }
}
