using System.CommandLine;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;

namespace BotHost.Commands;

/// <summary><c>import</c>: adds records, all of a file or nothing.</summary>
internal static class ImportCommand
{
    private const string Forms = """
        The form of the files: records (JSON Lines, a debunk record a line); claimreview (schema.org ClaimReview in JSON-LD: one
        object, an array, an @graph, a Data Commons feed); csv (a debunk record a row); feed (RSS or Atom of a publisher in
        Exchange:FeedHosts, a file or an https address; kept as drafts); data (an archive or folder of data files, in place of
        those in the data folder); outlets (CSV, a published list of outlets; kept as drafts).
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "The files; of a feed also its address.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = Forms.ReplaceLineEndings(" "), Required = true };
        format.AcceptOnlyFromAmong(ExchangeFormat.Records, ExchangeFormat.ClaimReview, ExchangeFormat.Csv, ExchangeFormat.Feed, ExchangeFormat.Data, OutletDrafts.Format);
        var preview = new Option<bool>("--preview") { Description = "For claimreview, csv, feed and data: prints what would be added, changed, is the same, a likely duplicate, or refused, and stores nothing." };
        var source = new Option<string?>("--source") { Description = "Whom the records are from, where the data do not say so.", HelpName = "NAME" };
        var licence = new Option<string?>("--licence") { Description = "The licence of the records, where the data do not say so, such as CC-BY-4.0.", HelpName = "SPDX" };
        licence.Validators.Add(ImportedFiles.ValidateLicence);
        var map = new Option<string[]>("--map") { Description = "For csv: the column of a field, FIELD=COLUMN, several with commas between them or the option repeated; others are guessed.", HelpName = "FIELD=COLUMN" };
        map.Validators.Add(ImportedFiles.ValidateMap);
        var date = new Option<string?>("--date") { Description = "For outlets: the day of the list, yyyy-mm-dd.", HelpName = "DAY" };
        date.Validators.Add(OutletDrafts.ValidateDate);
        var leaveOut = new Option<bool>("--leave-out-faulty") { Description = "For claimreview, csv, feed and outlets: items that are wrong are named and left out, and the others imported." };
        var database = DatabaseOption.Create();

        var command = new Command("import", "Adds records from files, all of a file or nothing.") { files, format, preview, source, licence, map, date, leaveOut, database };
        command.Validators.Add(result =>
        {
            if (result.GetValue(preview) && result.GetValue(format) is ExchangeFormat.Records or OutletDrafts.Format)
                result.AddError("--preview: there is none for this format.");
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var (named, names) = (arguments.GetValue(database), arguments.GetRequiredValue(files));
            await using var services = CommandServices.Create(named);
            var form = arguments.GetRequiredValue(format);
            if (form == OutletDrafts.Format)
            {
                await OutletDrafts.ImportAsync(services, names, arguments.GetValue(date), arguments.GetValue(leaveOut), cancellationToken);
            }
            else if (form == ExchangeFormat.Records)
            {
                ImportRecords(services, names);
            }
            else
            {
                var request = new ImportRequest(form)
                {
                    Source = arguments.GetValue(source),
                    Licence = arguments.GetValue(licence),
                    Columns = ImportedFiles.ColumnsOf(arguments.GetValue(map)),
                    LeaveOutFaulty = arguments.GetValue(leaveOut),
                };
                await CommandServices.PrepareAsync(services, named, cancellationToken);
                var import = new ImportedFiles(services, request);
                if (arguments.GetValue(preview))
                    return await import.PreviewAsync(names, cancellationToken) ? 0 : 1;
                await import.ImportAsync(names, cancellationToken);
                if (form == ExchangeFormat.Data)
                    await CommandServices.PrepareAsync(services, named, cancellationToken);
            }
            return 0;
        });
        return command;
    }

    private static void ImportRecords(IServiceProvider services, IReadOnlyList<string> files)
    {
        var import = services.GetRequiredService<RecordsImport>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            var count = import.Import(Path.GetFullPath(file), TerminalProgress.Of(name));
            Console.WriteLine($"{name}: {count} records");
        }
    }
}
