using BotHost.Store.Groups;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;

namespace BotHost.TelegramBot.Sending;

/// <summary>A group has become a supergroup: what is held of it, and what waits to be said there, follows.</summary>
internal sealed class GroupRelocation(GroupMoveStore move)
{
    public Task MoveAsync(NewGroupId id) => move.MoveAsync(id, draft => Retarget(draft, id.To));

    // Messages are numbered anew in a supergroup: what answers or rewrites an old one would hit another.
    private static OutboxDraft? Retarget(OutboxDraft draft, long to) => OutgoingCall.Read(draft.Method, draft.Payload) switch
    {
        SendText call => To(to, call).ToDraft(),
        EditText call => new SendText(to, null, call.Text, call.IsPlain) { Buttons = call.Buttons }.ToDraft(),
        EditEphemeral => null,
        { } call => call.ToDraft(),
        null => draft,
    };

    private static SendText To(long to, SendText call) => call with
    {
        // What goes to a person's private chat goes there still.
        Chat = call.Chat < 0 ? to : call.Chat,
        ReplyTo = null,
        OnlyFor = call.OnlyFor is { } only ? only with { Command = null } : null,
        Otherwise = call.Otherwise is { } otherwise ? To(to, otherwise) : null,
        OtherwiseNote = call.OtherwiseNote is { Chat: < 0 } note ? note with { Chat = to } : call.OtherwiseNote,
    };
}
