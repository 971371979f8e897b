using System.CommandLine;

namespace BotHost.Commands;

/// <summary>The verbs. Exit codes: 0 done, 1 the work failed, 2 the arguments are off.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int ArgumentsOff = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try --help.");
            return ArgumentsOff;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (UserErrors.Describe(exception) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return Failed;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Looks up whether a message has been debunked and where it came from.")
        {
            ServeCommand.Create(),
            CheckCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            MatchCommand.Create(),
            CalibrateCommand.Create(),
            ValidateCommand.Create(),
            VariantsCommand.Create(),
            DraftsCommand.Create(),
            UserCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            CheckDatabaseCommand.Create(),
        };
        ServeCommand.MakeDefault(root);
        return root;
    }
}
