using System.CommandLine;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Exchange.Formats;

namespace BotHost.Commands;

/// <summary><c>export</c>: writes records in a form that import reads, or that others do.</summary>
internal static class ExportCommand
{
    private const string Forms = """
        The form: records (JSON Lines, a debunk record a line); csv (the same in columns); claimreview (what was imported as
        ClaimReview, with its authors); claims (schema.org Claim in JSON-LD); stix (a STIX 2.1 bundle); data (a ZIP of the data
        folder); outlets (JSON Lines, the drafts of outlets that were imported).
        """;

    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = Forms.ReplaceLineEndings(" "), Required = true };
        format.AcceptOnlyFromAmong(
            ExchangeFormat.Records, ExchangeFormat.Csv, ExchangeFormat.ClaimReview, ExchangeFormat.Claims, ExchangeFormat.Stix, ExchangeFormat.Data, OutletDrafts.Format);
        var output = new Option<FileInfo?>("--output") { Description = "The file to write (default: standard output); not for outlets.", HelpName = "FILE" };
        var database = DatabaseOption.Create();

        var command = new Command("export", "Writes the records to standard output or a file.") { format, output, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            var form = arguments.GetRequiredValue(format);
            if (form == OutletDrafts.Format)
            {
                await OutletDrafts.ExportAsync(services, cancellationToken);
                return;
            }

            if (form != ExchangeFormat.Data)
                await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            var export = services.GetRequiredService<ExchangeExport>();
            if (arguments.GetValue(output) is { } file)
            {
                await WriteFileAsync(file, stream => export.Write(form, stream));
            }
            else
            {
                await using var stream = Console.OpenStandardOutput();
                export.Write(form, stream);
            }
        });
        return command;
    }

    // What is there stays until all of the new is written.
    private static async Task WriteFileAsync(FileInfo file, Action<Stream> write)
    {
        var next = $"{file.FullName}.next";
        try
        {
            await using (var stream = File.Create(next))
                write(stream);
            File.Move(next, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(next);
        }
    }
}
