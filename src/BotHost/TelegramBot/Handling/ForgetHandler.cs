using System.Globalization;
using BotHost.Store.Chats;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: /forget deletes all that is held of the chat, and says what that was.</summary>
internal sealed class ForgetHandler(ChatStore chats)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update)
    {
        // Asked for before it is forgotten, so that the reply still has the chosen language.
        var texts = PrivateTexts.For(chats.FindLanguage(update.Chat), update.ClientLanguage);
        var forgotten = await chats.ForgetAsync(update.Chat);
        return [new SendText(update.Chat, update.Message?.Id, TextOf(forgotten, texts))];
    }

    private static string TextOf(DeletedChatData forgotten, PrivateTexts texts) => forgotten.IsNothing
        ? $"{texts.ForgottenNothing}\n\n{texts.ForgottenElse}"
        : string.Join('\n', LinesOf(forgotten, texts));

    private static IEnumerable<string> LinesOf(DeletedChatData forgotten, PrivateTexts texts)
    {
        yield return texts.Forgotten;
        if (forgotten.Language)
            yield return texts.ForgottenLanguage;
        if (forgotten.Answers > 0)
            yield return Counted(texts.ForgottenAnswers, forgotten.Answers);
        if (forgotten.ToBeTold > 0)
            yield return Counted(texts.ForgottenToBeTold, forgotten.ToBeTold);
        if (forgotten.Waiting > 0)
            yield return Counted(texts.ForgottenWaiting, forgotten.Waiting);
        yield return $"\n{texts.ForgottenElse}";
    }

    private static string Counted(string text, long count) =>
        text.Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
