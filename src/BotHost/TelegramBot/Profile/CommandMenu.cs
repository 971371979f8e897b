using BotHost.Logging;
using BotHost.TelegramBot.Connection;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Texts;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot.Profile;

/// <summary>
/// Sets the menus of commands at start: one for private chats, one for the members of groups, one for their administrators;
/// each in each language in which it differs from what Telegram has.
/// </summary>
internal sealed class CommandMenu(
    ITelegramBotClient client, TelegramConnection connection, TimeProvider clock, ILogger<CommandMenu> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (code, language) in ProfileLanguages.All)
        {
            foreach (var (scope, commands) in CommandsIn(BotTexts.In(language), PrivateTexts.In(language), GroupTexts.In(language)))
            {
                await new BackOff(clock).TryUntilDoneAsync(
                    cancellationToken => SetAsync(scope, code, commands, cancellationToken),
                    exception => BotHostLog.SetupFailed(logger, "setMyCommands", exception.GetType().Name),
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

    private static IEnumerable<(BotCommandScope Scope, BotCommand[] Commands)> CommandsIn(BotTexts texts, PrivateTexts ofChats, GroupTexts groups)
    {
        // What a person asks in a group from the menu, only this person and the bot see.
        var check = new BotCommand(Command.Check, groups.MenuCheck) { IsEphemeral = true };
        var settings = new BotCommand(Command.Settings, groups.MenuSettings);
        var (help, privacy) = (new BotCommand(Command.Help, texts.MenuHelp), new BotCommand(Command.Privacy, texts.MenuPrivacy));
        yield return (
            BotCommandScope.Default(),
            [
                help, new(Command.Language, texts.MenuLanguage), new(Command.About, texts.MenuAbout), privacy,
                new(Command.Why, ofChats.MenuWhy), new(Command.Forget, ofChats.MenuForget),
            ]);
        yield return (BotCommandScope.AllGroupChats(), [check, help, privacy]);
        yield return (
            BotCommandScope.AllChatAdministrators(),
            [check, settings, new(Command.Language, texts.MenuLanguage), help, privacy, new(Command.Forget, groups.MenuForget)]);
    }
}
