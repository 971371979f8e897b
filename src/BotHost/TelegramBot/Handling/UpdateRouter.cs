using BotHost.Store.Updates;
using BotHost.TelegramBot.Fairness;
using BotHost.TelegramBot.Groups;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 4: which handler an update is for. Handlers only say what is to be sent, so that a repeat does no harm.</summary>
internal sealed class UpdateRouter(
    MessageHandler messages,
    EditHandler edits,
    CommandHandler commands,
    WhyHandler why,
    ForgetHandler forgetting,
    ButtonHandler buttons,
    ClaimButtonHandler claimButtons,
    SubmissionHandler passingOn,
    MembershipHandler membership,
    TooManyQuestionsHandler tooMany,
    DeepLinkHandler deepLinks,
    GroupRouter groups,
    InlineHandler inline,
    GuestHandler guest)
{
    public Task<IReadOnlyList<OutgoingCall>> RouteAsync(IncomingUpdate update, CancellationToken cancellationToken) => update switch
    {
        { Inline: { } query } => inline.HandleAsync(update, query, cancellationToken),
        { Guest: { } query } => guest.HandleAsync(update, query, cancellationToken),
        { TooMany: true } => Task.FromResult(tooMany.Handle(update)),
        { Group: { } group } => groups.RouteAsync(update, group, cancellationToken),
        { Blocked: true } => membership.HandleAsync(update),
        { Press: { } press } when ClaimButtonHandler.IsFor(press) => claimButtons.HandleAsync(update, press, cancellationToken),
        { Press: { } press } when SubmissionHandler.IsFor(press) => passingOn.HandleAsync(update, press),
        { Press: { } press } => buttons.HandleAsync(update, press, cancellationToken),
        { Edited: true, Message: { } message } => edits.HandleAsync(update, message, cancellationToken),
        { Message: { } message } when Command.Find(message.Text) == Command.Why => why.HandleAsync(update, cancellationToken),
        { Message: { } message } when Command.Find(message.Text) == Command.Forget => forgetting.HandleAsync(update),
        { Message: { } message } when DeepLink.ClaimKeyOf(message.Text) is { } claim => deepLinks.HandleAsync(update, message, claim, cancellationToken),
        { Message: { } message } when Command.Find(message.Text) is { } command => Task.FromResult(commands.Handle(update, command)),
        { Message: { } message } => messages.HandleAsync(update, message, cancellationToken),
        _ => Task.FromResult<IReadOnlyList<OutgoingCall>>([]),
    };
}
