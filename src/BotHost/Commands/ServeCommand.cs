using System.CommandLine;
using BotHost.Hosting;

namespace BotHost.Commands;

/// <summary><c>serve</c>, and the program without a verb: the hosted bot and its web pages.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Runs the bot: Telegram when a token is set, and the web pages.");
        MakeDefault(command);
        return command;
    }

    /// <summary>Makes a command run the host.</summary>
    public static void MakeDefault(Command command)
    {
        var database = DatabaseOption.Create();
        var urls = new Option<string?>("--urls") { Description = "Addresses that the web pages listen on.", HelpName = "URLS" };
        command.Add(database);
        command.Add(urls);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var app = HostedBot.Create(CommandServices.Settings(arguments.GetValue(database)), arguments.GetValue(urls));
            await app.RunAsync(cancellationToken);
        });
    }
}
