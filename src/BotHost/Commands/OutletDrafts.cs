using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using BotHost.Store.Database;
using FactChecking.Curation.OutletDrafts;
using FactChecking.Foundation;

namespace BotHost.Commands;

/// <summary><c>import</c> and <c>export</c> of drafts of outlets. The hosted bot may have its database open, too.</summary>
internal static class OutletDrafts
{
    public const string Format = "outlets";

    public static void ValidateDate(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            result.AddError($"--date: \u201c{day}\u201d is no day; write yyyy-mm-dd.");
    }

    public static async Task ImportAsync(IServiceProvider services, IReadOnlyList<string> files, string? date, bool leaveOutFaulty, CancellationToken cancellationToken) =>
        await WithDatabaseAsync(services, async drafts =>
        {
            foreach (var file in files)
            {
                var (stored, leftOut) = await drafts.ImportAsync(file, date, leaveOutFaulty);
                foreach (var fault in leftOut)
                    await Console.Error.WriteLineAsync($"left out: {fault}");
                Console.WriteLine($"{Path.GetFileName(file)}: {stored} drafts");
            }
            await Console.Error.WriteLineAsync("Drafts are not shown to anybody. Review each, and write those that hold into data/entities: the lists name ordinary news sites, too, and have errors.");
        }, cancellationToken);

    public static async Task ExportAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await WithDatabaseAsync(services, async drafts =>
        {
            foreach (var draft in await drafts.ListAsync())
                Console.WriteLine(JsonSerializer.Serialize(draft, FactCheckingJson.Readable));
        }, cancellationToken);

    private static async Task WithDatabaseAsync(IServiceProvider services, Func<OutletDraftStore, Task> work, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<BotDatabase>();
        await database.StartAsync(cancellationToken);
        try
        {
            await work(services.GetRequiredService<OutletDraftStore>());
        }
        finally
        {
            await database.StopAsync(CancellationToken.None);
        }
    }
}
