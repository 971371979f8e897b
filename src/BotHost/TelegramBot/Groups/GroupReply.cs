using BotHost.TelegramBot.Sending;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Groups;

internal static class GroupReply
{
    /// <summary>An answer to a command for administrators: without a sound, and where nobody else saw the command, unseen like it.</summary>
    public static SendText ToCommand(IncomingUpdate update, IncomingGroup group, string text) =>
        group is { EphemeralCommand: { } command, Asker: { } asker }
            ? new SendText(update.Chat, null, text) { Topic = group.Topic, IsSilent = true, OnlyFor = new EphemeralTarget(asker, command) }
            : new SendText(update.Chat, group.Asking, text) { Topic = group.Topic, IsSilent = true };
}
