using BotHost.TelegramBot.Fairness;
using BotHost.TelegramBot.Groups;
using BotHost.TelegramBot.Sending;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 4: which handler an update is for. Handlers only say what is to be sent, so that a repeat does no harm.</summary>
internal sealed class UpdateRouter(
    MessageHandler messages,
    CommandHandler commands,
    ButtonHandler buttons,
    MembershipHandler membership,
    TooManyHandler tooMany,
    DeepLinkHandler deepLinks,
    GroupRouter groups)
{
    public Task<IReadOnlyList<OutgoingCall>> RouteAsync(IncomingUpdate update, CancellationToken cancellationToken) => update switch
    {
        { TooMany: true } => tooMany.HandleAsync(update),
        { Group: { } group } => groups.RouteAsync(update, group, cancellationToken),
        { Blocked: true } => membership.HandleAsync(update),
        { Press: { } press } => buttons.HandleAsync(update, press, cancellationToken),
        { Message: { } message } when DeepLink.ClaimKeyOf(message.Text) is { } claim => deepLinks.HandleAsync(update, claim, cancellationToken),
        { Message: { } message } when Command.Find(message.Text) is { } command => commands.HandleAsync(update, command),
        { Message: { } message } => messages.HandleAsync(update, message, cancellationToken),
        _ => Task.FromResult<IReadOnlyList<OutgoingCall>>([]),
    };
}
