using BotHost.Store.Groups;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Receiving;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;

namespace BotHost.TelegramBot.Groups;

/// <summary>
/// Step 5: /settings and /language, and presses on their buttons. They are for administrators of the group, as Telegram says
/// at that moment.
/// </summary>
internal sealed class GroupSettingsHandler(GroupStore groups, AdministratorCheck administrators, BotIdentity identity, TimeProvider clock)
{
    public async Task<IReadOnlyList<OutgoingCall>> OpenAsync(
        IncomingUpdate update, IncomingGroup group, SettingsPage page, CancellationToken cancellationToken)
    {
        var settings = await SettingsOfAsync(update.Chat, cancellationToken);
        if (!settings.MayWriteAt(clock.GetUtcNow()))
            return [];
        if (!await administrators.IsAdministratorAsync(update.Chat, group, cancellationToken))
            return [GroupReply.ToCommand(update, group, GroupTexts.For(settings.Language, update.ClientLanguage).OnlyAdministrators)];

        var menu = await MenuAsync(update, group, settings, cancellationToken);
        // A menu that nobody but who asked would see may be lost any moment.
        return [GroupReply.ToCommand(update, group with { EphemeralCommand = null }, menu.Text(page)) with { Buttons = menu.Buttons(page) }];
    }

    public async Task<IReadOnlyList<OutgoingCall>> PressAsync(
        IncomingUpdate update, IncomingGroup group, ButtonPress press, string choice, CancellationToken cancellationToken)
    {
        var settings = await SettingsOfAsync(update.Chat, cancellationToken);
        if (!await administrators.IsAdministratorAsync(update.Chat, group, cancellationToken))
            return [new AcknowledgePress(press.Id, GroupTexts.For(settings.Language, update.ClientLanguage).OnlyAdministrators) { Stays = true }];
        if (SettingsChoice.Read(choice) is not { } chosen)
            return [new AcknowledgePress(press.Id)];

        if (chosen.Value is not null)
            settings = await groups.ChangeAsync(update.Chat, old => chosen.Apply(old with { Standing = settings.Standing }, group.Topic ?? 0));
        var menu = await MenuAsync(update, group, settings, cancellationToken);
        return
        [
            new AcknowledgePress(press.Id),
            new EditText(update.Chat, press.Message, menu.Text(chosen.Next)) { Buttons = menu.Buttons(chosen.Next) },
        ];
    }

    // What Telegram once said of the bot's standing is gone with the rest where the group was forgotten.
    private async Task<GroupSettings> SettingsOfAsync(long chat, CancellationToken cancellationToken) =>
        await groups.FindAsync(chat) ?? new GroupSettings { Standing = await identity.StandingInAsync(chat, cancellationToken) };

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
