using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;

namespace BotHost.TelegramBot.Groups;

/// <summary>Step 4 for groups: which handler an update is for.</summary>
internal sealed class GroupRouter(
    GroupCheckHandler checks,
    AutomaticHandler automatic,
    GroupSettingsHandler settings,
    GroupForgetHandler forgetting,
    GroupStandingHandler standing,
    GroupMoveHandler move)
{
    public Task<IReadOnlyList<OutgoingCall>> RouteAsync(
        IncomingUpdate update, IncomingGroup group, CancellationToken cancellationToken) => (group.Event, group.Command) switch
        {
            (GroupEvent.NewId, _) when group.NewId is { } id => move.HandleAsync(id),
            (GroupEvent.Standing, _) when group.Standing is { } change => standing.HandleAsync(update, change, cancellationToken),
            _ when update.TooMany => checks.RefuseAsync(update, group),
            (GroupEvent.Press, _) when update.Press is { } press && Button.Setting(press.Data) is { } choice =>
                settings.PressAsync(update, group, press, choice, cancellationToken),
            (GroupEvent.Press, _) when update.Press is { } press && Button.Forget(press.Data) is { } isWanted =>
                forgetting.PressAsync(update, group, press, isWanted, cancellationToken),
            (GroupEvent.Press, _) when update.Press is { } press => checks.PickAsync(update, group, press, cancellationToken),
            (GroupEvent.Command, Command.Settings) => settings.OpenAsync(update, group, SettingsPage.Main, cancellationToken),
            (GroupEvent.Command, Command.Language) => settings.OpenAsync(update, group, SettingsPage.Language, cancellationToken),
            (GroupEvent.Command, Command.Forget) => forgetting.AskAsync(update, group, cancellationToken),
            (GroupEvent.Command, Command.Check) or (GroupEvent.Mention, _) => checks.HandleAsync(update, group, cancellationToken),
            (GroupEvent.Command, Command.Help or Command.Privacy or Command.About) => checks.TellAsync(update, group, cancellationToken),
            (GroupEvent.Unasked, _) => automatic.HandleAsync(update, group, cancellationToken),
            // Other commands without a name may well be another bot's.
            _ => Task.FromResult<IReadOnlyList<OutgoingCall>>([]),
        };
}
