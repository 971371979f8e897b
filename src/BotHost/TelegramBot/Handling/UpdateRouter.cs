using BotHost.TelegramBot.Fairness;
using BotHost.TelegramBot.Sending;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 4: which handler an update is for. Handlers only say what is to be sent, so that a repeat does no harm.</summary>
internal sealed class UpdateRouter(
    MessageHandler messages, CommandHandler commands, ButtonHandler buttons, MembershipHandler membership, TooManyHandler tooMany,
    InlineHandler inline, GuestHandler guest)
{
    public Task<IReadOnlyList<OutgoingCall>> RouteAsync(IncomingUpdate update, CancellationToken cancellationToken) => update switch
    {
        { Blocked: true } => membership.HandleAsync(update),
        { Inline: { } query } => inline.HandleAsync(update, query, cancellationToken),
        { Guest: { } query } => guest.HandleAsync(update, query, cancellationToken),
        { TooMany: true } => tooMany.HandleAsync(update),
        { Press: { } press } => buttons.HandleAsync(update, press, cancellationToken),
        { Message: { } message } when Command.Find(message.Text) is { } command => commands.HandleAsync(update, command),
        { Message: { } message } => messages.HandleAsync(update, message, cancellationToken),
        _ => Task.FromResult<IReadOnlyList<OutgoingCall>>([]),
    };
}
