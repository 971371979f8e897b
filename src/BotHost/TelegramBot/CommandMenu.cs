using BotHost.TelegramBot.Handling;
using BotHost.TelegramBot.Texts;
using FactChecking;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot;

/// <summary>
/// Sets the menus of commands at start: one for private chats, one for the members of groups, one for their administrators;
/// each in each language in which it differs from what Telegram has.
/// </summary>
internal sealed class CommandMenu(
    ITelegramBotClient client, TelegramConnection connection, TimeProvider clock, ILogger<CommandMenu> logger) : BackgroundService
{
    // Telegram knows languages by two letters here, so Chinese has one menu for both scripts. English is for everyone else.
    private static readonly (string? Code, string Language)[] Menus =
    [
        (null, Languages.English),
        ("ru", Languages.Russian),
        ("uk", Languages.Ukrainian),
        ("zh", Languages.SimplifiedChinese),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (code, language) in Menus)
        {
            foreach (var (scope, commands) in CommandsIn(BotTexts.In(language), GroupTexts.In(language)))
            {
                await new BackOff(clock).TryUntilDoneAsync(
                    cancellationToken => SetAsync(scope, code, commands, cancellationToken),
                    exception => Log.SetupFailed(logger, "setMyCommands", exception.GetType().Name),
                    stoppingToken);
            }
        }
    }

    private Task SetAsync(BotCommandScope scope, string? code, BotCommand[] wanted, CancellationToken cancellationToken) =>
        connection.WithinLimitAsync(async either =>
        {
            var present = await client.GetMyCommands(scope, code, either);
            if (!present.Select(Form).SequenceEqual(wanted.Select(Form)))
                await client.SetMyCommands(wanted, scope, code, either);
        }, cancellationToken);

    private static (string, string, bool) Form(BotCommand command) => (command.Command, command.Description, command.IsEphemeral);

    private static IEnumerable<(BotCommandScope Scope, BotCommand[] Commands)> CommandsIn(BotTexts texts, GroupTexts groups)
    {
        // What a person asks in a group from the menu, only this person and the bot see.
        var check = new BotCommand(Command.Check, groups.MenuCheck) { IsEphemeral = true };
        var settings = new BotCommand(Command.Settings, groups.MenuSettings);
        var (help, privacy) = (new BotCommand(Command.Help, texts.MenuHelp), new BotCommand(Command.Privacy, texts.MenuPrivacy));
        yield return (
            BotCommandScope.Default(),
            [help, new(Command.Language, texts.MenuLanguage), new(Command.About, texts.MenuAbout), privacy]);
        yield return (BotCommandScope.AllGroupChats(), [check, help, privacy]);
        yield return (BotCommandScope.AllChatAdministrators(), [check, settings, help, privacy]);
    }
}
