using System.CommandLine;
using BotHost.Store.Backups;
using Microsoft.Extensions.Options;

namespace BotHost.Commands;

/// <summary><c>backup</c>: saves databases, records and keys, also while the bot runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var to = new Option<string?>("--to") { Description = "The folder of backups (default: the configured one).", HelpName = "FOLDER" };
        var command = new Command("backup", "Saves databases, records and keys, also while the bot runs.") { to };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(database: null);
            var folder = arguments.GetValue(to) ?? services.GetRequiredService<IOptions<BackupOptions>>().Value.Folder;
            if (string.IsNullOrEmpty(folder))
            {
                await Console.Error.WriteLineAsync("Say where: --to FOLDER, or set Backup:Folder.");
                return 1;
            }
            Console.WriteLine(services.GetRequiredService<BackupStore>().Create(folder, cancellationToken));
            return 0;
        });
        return command;
    }
}
