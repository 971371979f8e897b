using System.CommandLine;
using BotHost.Store.Backups;
using BotHost.Store.Database;
using FactChecking.Storage;

namespace BotHost.Commands;

/// <summary><c>check-database</c>: looks for damage in both databases, also while the bot runs.</summary>
internal static class CheckDatabaseCommand
{
    public static Command Create()
    {
        var command = new Command("check-database", "Looks for damage in bot.db and knowledge.db, also while the bot runs.");
        command.SetAction(async (_, _) =>
        {
            await using var services = CommandServices.Create(database: null);
            var files = services.GetRequiredService<BackedUpFiles>();
            return Check(files.BotDatabase, BotDatabase.Schema) & Check(files.KnowledgeDatabase, DatabaseSchema.Knowledge) ? 0 : 1;
        });
        return command;
    }

    private static bool Check(string path, DatabaseSchema schema)
    {
        if (!File.Exists(path))
        {
            Console.WriteLine($"{path}: not there yet");
            return true;
        }
        var faults = DatabaseCheck.Find(path, schema);
        Console.WriteLine(faults.Count == 0 ? $"{path}: sound" : string.Join(Environment.NewLine, faults.Select(fault => $"{path}: {fault}")));
        return faults.Count == 0;
    }
}
