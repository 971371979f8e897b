using System.CommandLine;
using FactChecking.Knowledge;

namespace BotHost.Commands;

/// <summary><c>import</c>: adds records, all of a file or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "The files.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "The form of the files: records (JSON Lines, a debunk record a line), or outlets (CSV, a published list of outlets; kept as drafts).", Required = true };
        format.AcceptOnlyFromAmong("records", OutletDrafts.Format);
        var date = new Option<string?>("--date") { Description = "For outlets: the day of the list, yyyy-mm-dd.", HelpName = "DAY" };
        var leaveOut = new Option<bool>("--leave-out-faulty") { Description = "For outlets: rows that are wrong are named and left out, and the others imported." };
        date.Validators.Add(OutletDrafts.ValidateDate);
        var database = DatabaseOption.Create();

        var command = new Command("import", "Adds records from files, all of a file or nothing.") { files, format, date, leaveOut, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            if (arguments.GetValue(format) == OutletDrafts.Format)
            {
                await OutletDrafts.ImportAsync(services, arguments.GetRequiredValue(files), arguments.GetValue(date), arguments.GetValue(leaveOut), cancellationToken);
                return;
            }

            var import = services.GetRequiredService<RecordsImport>();
            foreach (var file in arguments.GetRequiredValue(files))
            {
                var count = import.Import(file.FullName, Console.IsErrorRedirected ? null : new TerminalProgress(file.Name));
                Console.WriteLine($"{file.Name}: {count} records");
            }
        });
        return command;
    }

    private sealed class TerminalProgress(string name) : IProgress<int>
    {
        public void Report(int value) => Console.Error.Write($"\r{name}: {value} records");
    }
}
