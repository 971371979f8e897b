using System.CommandLine;
using FactChecking.Knowledge;

namespace BotHost.Commands;

/// <summary><c>export</c>: writes records in a form that import reads.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "The form: records (JSON Lines, a debunk record a line), or outlets (JSON Lines, the drafts of outlets that were imported).", Required = true };
        format.AcceptOnlyFromAmong("records", OutletDrafts.Format);
        var database = DatabaseOption.Create();

        var command = new Command("export", "Writes the records to standard output.") { format, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            if (arguments.GetValue(format) == OutletDrafts.Format)
            {
                await OutletDrafts.ExportAsync(services, cancellationToken);
                return;
            }

            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            foreach (var line in RecordsExport.Lines(services.GetRequiredService<KnowledgeBase>().Current))
                Console.WriteLine(line);
        });
        return command;
    }
}
