using System.Diagnostics;

namespace BotHost.Tests.Support;

/// <summary>The program as its user starts it, from the repository.</summary>
internal static class BuiltProgram
{
    /// <summary>Starts it as the bot of this Telegram, and leaves it running.</summary>
    public static Process Start(FakeTelegram telegram, string folder, string knowledge, IReadOnlyDictionary<string, string>? more = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BotHost.dll"), "serve", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Telegram__Token"] = telegram.Token;
        start.Environment["Telegram__ApiBaseUrl"] = telegram.Address;
        start.Environment["Bot__Database"] = BotApplication.DatabaseIn(folder);
        start.Environment["Knowledge__Database"] = knowledge;
        start.Environment["Knowledge__DataFolder"] = "";
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var program = Process.Start(start)!; // it is a program, not a document
        // Nobody reads what it says, and a full pipe would hold it up.
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">The verb and what follows it.</param>
    /// <param name="dataFolder">The data folder instead of the configured one.</param>
    /// <param name="botDatabase">The bot's database instead of the configured one.</param>
    /// <param name="calibration">The calibration file instead of the configured one.</param>
    /// <param name="input">What comes on standard input; null: nothing is said of it.</param>
    /// <param name="more">More settings, as variables of the environment.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IEnumerable<string> arguments, string? dataFolder = null, string? botDatabase = null, string? calibration = null, string? input = null,
        IReadOnlyDictionary<string, string>? more = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BotHost.dll"), .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
        };
        if (dataFolder is not null)
            start.Environment["Knowledge__DataFolder"] = dataFolder;
        if (botDatabase is not null)
            start.Environment["Bot__Database"] = botDatabase;
        if (calibration is not null)
            start.Environment["Matching__CalibrationFile"] = calibration;
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var program = Process.Start(start)!; // it is a program, not a document
        if (input is not null)
        {
            await program.StandardInput.WriteAsync(input);
            program.StandardInput.Close();
        }
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (program.ExitCode, await output, error);
    }
}
