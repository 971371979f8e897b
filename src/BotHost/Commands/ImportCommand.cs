using System.CommandLine;
using FactChecking.Knowledge;

namespace BotHost.Commands;

/// <summary><c>import</c>: adds records, all of a file or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "The files.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "The form of the files: records (JSON Lines, a debunk record a line).", Required = true };
        format.AcceptOnlyFromAmong("records");
        var database = DatabaseOption.Create();

        var command = new Command("import", "Adds records from files, all of a file or nothing.") { files, format, database };
        command.SetAction(async (arguments, _) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
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
