using BotHost.TelegramBot.Handling;
using BotHost.TelegramBot.Texts;
using FactChecking;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot;

/// <summary>Sets the menu of commands at start, in each language in which it differs from what Telegram has.</summary>
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
            await new BackOff(clock).TryUntilDoneAsync(
                cancellationToken => SetAsync(code, CommandsIn(BotTexts.In(language), PrivateTexts.In(language)), cancellationToken),
                exception => Log.SetupFailed(logger, "setMyCommands", exception.GetType().Name),
                stoppingToken);
        }
    }

    private Task SetAsync(string? code, BotCommand[] wanted, CancellationToken cancellationToken) =>
        connection.WithinLimitAsync(async either =>
        {
            var present = await client.GetMyCommands(languageCode: code, cancellationToken: either);
            if (!present.Select(Form).SequenceEqual(wanted.Select(Form)))
                await client.SetMyCommands(wanted, languageCode: code, cancellationToken: either);
        }, cancellationToken);

    private static (string, string) Form(BotCommand command) => (command.Command, command.Description);

    private static BotCommand[] CommandsIn(BotTexts texts, PrivateTexts ofChats) =>
    [
        new(Command.Help, texts.MenuHelp),
        new(Command.Language, texts.MenuLanguage),
        new(Command.About, texts.MenuAbout),
        new(Command.Privacy, texts.MenuPrivacy),
        new(Command.Why, ofChats.MenuWhy),
        new(Command.Forget, ofChats.MenuForget),
    ];
}
