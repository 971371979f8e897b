using System.Diagnostics;

namespace BotHost.Tests.Support;

/// <summary>The program as its user starts it, from the repository.</summary>
internal static class BuiltProgram
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IEnumerable<string> arguments, string? dataFolder = null, string? botDatabase = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BotHost.dll"), .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (dataFolder is not null)
            start.Environment["Knowledge__DataFolder"] = dataFolder;
        if (botDatabase is not null)
            start.Environment["Bot__Database"] = botDatabase;
        using var program = Process.Start(start)!; // it is a program, not a document
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (program.ExitCode, await output, error);
    }
}
