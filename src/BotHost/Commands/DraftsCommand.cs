using System.CommandLine;
using System.Text.Json;
using BotHost.Store.Database;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Foundation;

namespace BotHost.Commands;

/// <summary><c>drafts</c>: what a maintainer does with the debunks that came from feeds.</summary>
internal static class DraftsCommand
{
    public static Command Create() => new("drafts", "Debunks that came from feeds, and what becomes of them.")
    {
        List(),
        Accept(),
        Reject(),
    };

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Prints a JSON object a line." };
        var database = DatabaseOption.Create();
        var command = new Command("list", "Lists the drafts that wait, the oldest first.") { json, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await using var bot = await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken);
            foreach (var draft in await services.GetRequiredService<ImportDraftStore>().ListAsync())
                Console.WriteLine(arguments.GetValue(json) ? JsonSerializer.Serialize(draft, FactCheckingJson.Plain) : Line(draft));
        });
        return command;
    }

    private static string Line(ImportDraft draft) =>
        $"{draft.Number}  {draft.Published ?? "—"}  {draft.Publisher}  {draft.Title}  {draft.Url}  ({draft.Source}, {draft.Licence})";

    private static Command Accept()
    {
        var number = Number();
        var claim = new Option<string?>("--claim") { Description = "What was checked, in a sentence (default: the title, which often says the finding instead).", HelpName = "TEXT" };
        var rating = new Option<string?>("--rating") { Description = "The rating in the publisher's own words.", HelpName = "TEXT" };
        var database = DatabaseOption.Create();
        var command = new Command("accept", "Makes a draft a record, from which answers are made. Read the page first.") { number, claim, rating, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            await using var bot = await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken);
            if (await services.GetRequiredService<ImportDraftStore>().FindAsync(arguments.GetValue(number)) is not { } draft)
                return await NoSuchDraftAsync();
            var id = await services.GetRequiredService<FeedImport>().AcceptAsync(draft, arguments.GetValue(claim), arguments.GetValue(rating), cancellationToken);
            Console.WriteLine($"{id}: added");
            return 0;
        });
        return command;
    }

    private static Command Reject()
    {
        var number = Number();
        var database = DatabaseOption.Create();
        var command = new Command("reject", "Drops a draft; the feed does not bring it again.") { number, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await using var bot = await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken);
            if (!await services.GetRequiredService<ImportDraftStore>().RejectAsync(arguments.GetValue(number)))
                return await NoSuchDraftAsync();
            Console.WriteLine("rejected");
            return 0;
        });
        return command;
    }

    private static Argument<long> Number() => new("number") { Description = "The draft's number, as list prints it." };

    private static async Task<int> NoSuchDraftAsync()
    {
        await Console.Error.WriteLineAsync("There is no draft with this number. See: drafts list");
        return 1;
    }
}
