using System.CommandLine;
using BotHost.Store.Backups;

namespace BotHost.Commands;

/// <summary><c>restore</c>: checks a backup and puts it in the place of what there is, while the bot stands still.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var backup = new Argument<DirectoryInfo>("backup") { Description = "The folder of the backup, as the backup verb printed it." };
        var onlyCheck = new Option<bool>("--check") { Description = "Only says whether it can be restored." };
        var command = new Command("restore", "Checks a backup and puts it in place. What it replaces is kept beside as *.before-restore.") { backup, onlyCheck };
        command.SetAction(async (arguments, _) =>
        {
            var folder = arguments.GetRequiredValue(backup).FullName;
            if (arguments.GetValue(onlyCheck))
            {
                var manifest = BackupCheck.Check(folder);
                Console.WriteLine($"Sound: {manifest.Files.Count} files of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC, by version {manifest.Program}.");
                return;
            }
            await using var services = CommandServices.Create(database: null);
            foreach (var restored in services.GetRequiredService<BackupRestore>().Restore(folder))
                Console.WriteLine(restored);
        });
        return command;
    }
}
