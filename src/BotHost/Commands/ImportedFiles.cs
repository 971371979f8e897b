using System.CommandLine.Parsing;
using BotHost.Store.Database;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Exchange.Archives;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;

namespace BotHost.Commands;

/// <summary><c>import</c> of what others publish.</summary>
internal sealed class ImportedFiles(IServiceProvider services, ImportRequest request)
{
    // In the history of records; who sat at it is not asked.
    private const string Author = "command line";

    public static void ValidateLicence(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } licence && !Licences.IsSpdx(licence))
            result.AddError($"--licence: “{licence}” is no SPDX expression; see https://spdx.org/licenses, or write LicenseRef- and a word of your own.");
    }

    public static void ValidateMap(OptionResult result)
    {
        if (Pairs(result.GetValueOrDefault<string[]?>()).FirstOrDefault(pair => pair.Length != 2 || pair.Any(string.IsNullOrWhiteSpace)) is { } wrong)
            result.AddError($"--map: “{string.Join('=', wrong)}” is not of the form FIELD=COLUMN.");
    }

    /// <summary>The column of each field; the last word counts where one is named twice.</summary>
    public static Dictionary<string, string> ColumnsOf(string[]? map) =>
        Pairs(map).GroupBy(pair => pair[0].Trim()).ToDictionary(group => group.Key, group => group.Last()[1].Trim());

    private static IEnumerable<string[]> Pairs(string[]? map) =>
        (map ?? []).SelectMany(pairs => pairs.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(pair => pair.Split('=', 2));

    /// <summary>Prints what would become of each file.</summary>
    /// <returns>False when an import would be refused.</returns>
    public async Task<bool> PreviewAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var bot = await OpenBotAsync(cancellationToken);
        var isSound = true;
        foreach (var name in names)
        {
            var preview = request.Format switch
            {
                ExchangeFormat.Feed => await services.GetRequiredService<FeedImport>().PreviewAsync(await InputAsync(name, cancellationToken), request, cancellationToken),
                ExchangeFormat.Data when Directory.Exists(name) => await services.GetRequiredService<DataImport>().PreviewFolderAsync(name, cancellationToken),
                ExchangeFormat.Data => await services.GetRequiredService<DataImport>().PreviewAsync(ImportInput.OfFile(name), cancellationToken),
                _ => await services.GetRequiredService<ExchangeImport>().PreviewAsync(ImportInput.OfFile(name), request, cancellationToken),
            };
            PreviewText.Write(preview, Console.Out);
            isSound &= request.LeaveOutFaulty || preview.CountOf(PreviewKind.Refused) == 0;
        }
        return isSound;
    }

    public async Task ImportAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var bot = await OpenBotAsync(cancellationToken);
        foreach (var name in names)
        {
            switch (request.Format)
            {
                case ExchangeFormat.Feed:
                    var drafts = await services.GetRequiredService<FeedImport>().ImportAsync(await InputAsync(name, cancellationToken), request, cancellationToken);
                    Tell(drafts, name, "drafts");
                    break;
                case ExchangeFormat.Data:
                    var import = services.GetRequiredService<DataImport>();
                    PreviewText.WriteCounts(
                        Directory.Exists(name) ? await import.ImportFolderAsync(name, Author, cancellationToken) : await import.ImportAsync(ImportInput.OfFile(name), Author, cancellationToken),
                        Console.Out);
                    break;
                default:
                    var records = await services.GetRequiredService<ExchangeImport>().ImportAsync(ImportInput.OfFile(name), request, cancellationToken, TerminalProgress.Of(Path.GetFileName(name)));
                    Tell(records, Path.GetFileName(name), "records");
                    break;
            }
        }
        if (request.Format == ExchangeFormat.Feed)
            await Console.Error.WriteLineAsync("No answer is made from drafts. See: drafts list");
    }

    private static void Tell(ImportOutcome outcome, string name, string what)
    {
        foreach (var fault in outcome.LeftOut)
            Console.Error.WriteLine($"left out: {fault}");
        Console.WriteLine($"{name}: {outcome.Stored} {what}{(outcome.Repeated > 0 ? $", {outcome.Repeated} known already or repeated" : "")}");
    }

    private async Task<ImportInput> InputAsync(string name, CancellationToken cancellationToken) =>
        Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? await services.GetRequiredService<FeedDownload>().GetAsync(address, cancellationToken)
            : ImportInput.OfFile(name);

    // Drafts lie in the bot's database, and the history of data files.
    private async Task<OpenedBotDatabase?> OpenBotAsync(CancellationToken cancellationToken) =>
        request.Format is ExchangeFormat.Feed or ExchangeFormat.Data ? await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken) : null;
}
