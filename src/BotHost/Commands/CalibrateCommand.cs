using System.CommandLine;
using FactChecking.Curation.Calibration;
using FactChecking.Matching;
using Microsoft.Extensions.Options;

namespace BotHost.Commands;

/// <summary><c>calibrate</c>: fits the probabilities to this bot's own confirmed and rejected matches.</summary>
internal static class CalibrateCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "JSON Lines with text, claim, confirmed and perhaps lang; - reads them from standard input." };
        var database = DatabaseOption.Create();
        var output = new Option<FileInfo?>("--output") { Description = "The file to write (default: Matching:CalibrationFile).", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Fits and prints, and writes nothing." };

        var command = new Command("calibrate", "Fits the probabilities to confirmed and rejected matches.") { file, database, output, dryRun };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            var matches = Read(arguments.GetRequiredValue(file));
            var target = arguments.GetValue(output)?.FullName ?? services.GetRequiredService<IOptions<MatchOptions>>().Value.CalibrationFile;
            if (target.Length == 0 && !arguments.GetValue(dryRun))
                throw new IOException("No file is set in Matching:CalibrationFile; name one with --output.");
            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);

            var outcome = await services.GetRequiredService<Calibrator>().RunAsync(matches, cancellationToken);

            CalibrationText.Write(outcome, Console.Out);
            if (arguments.GetValue(dryRun))
            {
                await Console.Error.WriteLineAsync("Nothing was written.");
                return;
            }
            new CalibrationFile(target).Write(outcome.Fitted);
            await Console.Error.WriteLineAsync($"Written to {target}. A running bot reads it when it is started again.");
        });
        return command;
    }

    private static IReadOnlyList<LabelledMatch> Read(string file)
    {
        if (file == StandardInput)
            return LabelledMatchReader.Read(Console.In, "standard input");
        using var reader = File.OpenText(file);
        return LabelledMatchReader.Read(reader, file);
    }
}
