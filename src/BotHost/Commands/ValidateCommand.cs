using System.CommandLine;
using FactChecking.Curation.DataFiles;
using FactChecking.Knowledge;

namespace BotHost.Commands;

/// <summary><c>validate</c>: checks the data files and prints every fault, and notes that stop nothing.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("dir") { Description = "The data folder (default: data).", Arity = ArgumentArity.ZeroOrOne };
        var database = DatabaseOption.Create();

        var command = new Command("validate", "Checks the data files and prints every fault.") { folder, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var path = arguments.GetValue(folder)?.FullName ?? new KnowledgeOptions().DataFolder;
            var (faults, notes) = await new DataFolder(path).ValidateAsync(cancellationToken);
            foreach (var fault in faults)
                Console.WriteLine(fault);
            foreach (var note in notes)
                Console.WriteLine(note with { Reason = $"note: {note.Reason}" });
            await Console.Error.WriteLineAsync(faults.Count == 0 ? "No faults." : $"{faults.Count} fault(s).");
            return faults.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
