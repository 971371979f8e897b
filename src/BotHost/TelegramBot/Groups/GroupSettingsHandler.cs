using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Groups;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Groups;

/// <summary>Step 5: /settings, and presses on its buttons. Both are for administrators of the group, as Telegram says at that moment.</summary>
internal sealed class GroupSettingsHandler(GroupStore groups, AdministratorCheck administrators, BotIdentity identity, TimeProvider clock)
{
    public async Task<IReadOnlyList<OutgoingCall>> OpenAsync(
        IncomingUpdate update, IncomingGroup group, CancellationToken cancellationToken)
    {
        var settings = await groups.FindAsync(update.Chat) ?? new GroupSettings();
        if (!settings.MayWriteAt(clock.GetUtcNow()))
            return [];
        var reply = new SendText(update.Chat, group.Asking, "")
        {
            Topic = group.Topic,
            IsSilent = true,
            // A menu that nobody but who asked would see may be lost any moment; a refusal is nobody else's business.
            OnlyFor = group is { EphemeralCommand: { } command, Asker: { } asker } ? new EphemeralTarget(asker, command) : null,
        };
        if (!await administrators.IsAdministratorAsync(update.Chat, group, cancellationToken))
            return [reply with { Text = GroupTexts.For(settings.Language, update.ClientLanguage).OnlyAdministrators }];

        var menu = await MenuAsync(update, group, settings, cancellationToken);
        return [reply with { Text = menu.Text(SettingsPage.Main), Buttons = menu.Buttons(SettingsPage.Main), OnlyFor = null }];
    }

    public async Task<IReadOnlyList<OutgoingCall>> PressAsync(
        IncomingUpdate update, IncomingGroup group, ButtonPress press, string choice, CancellationToken cancellationToken)
    {
        var settings = await groups.FindAsync(update.Chat) ?? new GroupSettings();
        if (!await administrators.IsAdministratorAsync(update.Chat, group, cancellationToken))
            return [new AcknowledgePress(press.Id) { Notice = GroupTexts.For(settings.Language, update.ClientLanguage).OnlyAdministrators }];
        if (SettingsChoice.Read(choice) is not { } chosen)
            return [new AcknowledgePress(press.Id)];

        if (chosen.Value is not null)
            settings = await groups.ChangeAsync(update.Chat, old => chosen.Apply(old, group.Topic ?? 0));
        var menu = await MenuAsync(update, group, settings, cancellationToken);
        return
        [
            new AcknowledgePress(press.Id),
            new EditText(update.Chat, press.Message, menu.Text(chosen.Next)) { Buttons = menu.Buttons(chosen.Next) },
        ];
    }

    private async Task<SettingsMenu> MenuAsync(
        IncomingUpdate update, IncomingGroup group, GroupSettings settings, CancellationToken cancellationToken)
    {
        var bot = await identity.GetAsync(cancellationToken);
        return new SettingsMenu(
            settings,
            GroupTexts.For(settings.Language, update.ClientLanguage),
            BotTexts.For(settings.Language, update.ClientLanguage),
            clock.GetUtcNow())
        {
            Topic = group.Topic ?? 0,
            BotName = bot.Username!, // every bot has a user name
            IsBlind = !bot.CanReadAllGroupMessages && settings.Standing != GroupStanding.Administrator,
        };
    }
}
