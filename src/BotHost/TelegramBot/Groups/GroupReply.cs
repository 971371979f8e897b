using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;
using FactChecking.Answers;
using FactChecking.Matching;

namespace BotHost.TelegramBot.Groups;

internal static class GroupReply
{
    /// <summary>
    /// What is remembered of an answer that everybody can read, to correct it: not what it answers. Null where no claim was
    /// stated.
    /// </summary>
    /// <param name="chat">The group; or the private chat that the answer goes to instead.</param>
    /// <param name="topic">The topic that it is in.</param>
    /// <param name="answer">The answer.</param>
    public static AnswerNote? NoteOf(long chat, int? topic, Answer answer) => answer.Decision != Decision.Answer
        ? null
        : new AnswerNote(chat, null, answer.Language) { Topic = topic, Claim = answer.Claims[0], Fingerprint = answer.Fingerprint };

    /// <summary>An answer to a command for administrators: without a sound, and where nobody else saw the command, unseen like it.</summary>
    public static SendText ToCommand(IncomingUpdate update, IncomingGroup group, string text) =>
        group is { EphemeralCommand: { } command, Asker: { } asker }
            ? new SendText(update.Chat, null, text) { Topic = group.Topic, IsSilent = true, OnlyFor = new EphemeralTarget(asker, command) }
            : new SendText(update.Chat, group.Asking, text) { Topic = group.Topic, IsSilent = true };

    /// <summary>New words for the message that the pressed button sits on, whoever sees that.</summary>
    public static OutgoingCall InPlace(IncomingUpdate update, IncomingGroup group, ButtonPress press, string text) =>
        press.EphemeralMessage is { } number && group.Asker is { } receiver
            ? new EditEphemeral(update.Chat, receiver, number, text)
            : new EditText(update.Chat, press.Message, text);
}
