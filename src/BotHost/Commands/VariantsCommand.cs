using System.CommandLine;
using System.Text.Json;
using BotHost.Store.Database;
using BotHost.Store.Proposals;
using FactChecking.Curation.Wordings;
using FactChecking.Foundation;

namespace BotHost.Commands;

/// <summary><c>variants</c>: what a maintainer does with the wordings by which claims are found.</summary>
internal static class VariantsCommand
{
    public static Command Create() => new("variants", "Wordings that people said mean a claim, and what becomes of them.")
    {
        List(),
        Accept(),
        Reject(),
        Remove(),
    };

    private static Command List()
    {
        var claim = new Option<string?>("--claim") { Description = "Only those of this claim.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Prints a JSON object a line." };
        var database = DatabaseOption.Create();
        var command = new Command("list", "Lists the proposed wordings, the most confirmed of each claim first.") { claim, json, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await using var bot = await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken);
            foreach (var proposal in await Proposals(services).ListAsync(arguments.GetValue(claim)))
                Console.WriteLine(arguments.GetValue(json) ? JsonSerializer.Serialize(proposal, FactCheckingJson.Plain) : Line(proposal));
        });
        return command;
    }

    private static string Line(VariantProposal proposal) =>
        $"{proposal.Number}  {proposal.Claim}  {proposal.Language}  {proposal.Confirmed}x  {proposal.FirstDay}..{proposal.LastDay}  {proposal.Text}";

    private static Command Accept()
    {
        var number = Number();
        var database = DatabaseOption.Create();
        var command = new Command("accept", "Makes a proposal a variant of its claim. Read it first: names of people are not taken out.") { number, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            await using var bot = await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken);
            if (await Proposals(services).FindAsync(arguments.GetValue(number)) is not { } proposal)
                return await NoSuchProposalAsync();
            if (!await ToldAsync(await services.GetRequiredService<VariantEditor>().AcceptAsync(proposal, cancellationToken)))
                return 1;

            await Proposals(services).DeleteAsync(proposal.Number);
            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            Console.WriteLine($"{proposal.Claim}: added");
            return 0;
        });
        return command;
    }

    private static Command Reject()
    {
        var number = Number();
        var database = DatabaseOption.Create();
        var command = new Command("reject", "Deletes a proposal.") { number, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await using var bot = await OpenedBotDatabase.OpenAsync(services.GetRequiredService<BotDatabase>(), cancellationToken);
            if (!await Proposals(services).DeleteAsync(arguments.GetValue(number)))
                return await NoSuchProposalAsync();
            Console.WriteLine("deleted");
            return 0;
        });
        return command;
    }

    private static Command Remove()
    {
        var claim = new Argument<string>("claim") { Description = "Id of the claim." };
        var text = new Argument<string>("text") { Description = "The variant; signs and case may differ." };
        var database = DatabaseOption.Create();
        var command = new Command("remove", "Takes a variant out of a claim, whatever its origin.") { claim, text, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            var (id, words) = (arguments.GetRequiredValue(claim), arguments.GetRequiredValue(text));
            if (!await ToldAsync(await services.GetRequiredService<VariantEditor>().RemoveAsync(id, words, cancellationToken)))
                return 1;

            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            Console.WriteLine($"{id}: removed");
            return 0;
        });
        return command;
    }

    private static Argument<long> Number() => new("number") { Description = "The proposal's number, as list prints it." };

    private static async Task<bool> ToldAsync(VariantChange change)
    {
        if (change.Refused is not null)
            await Console.Error.WriteLineAsync(change.Refused);
        foreach (var note in change.Notes)
            await Console.Error.WriteLineAsync(note);
        return change.Refused is null;
    }

    private static async Task<int> NoSuchProposalAsync()
    {
        await Console.Error.WriteLineAsync("There is no proposal with this number. See: variants list");
        return 1;
    }

    private static VariantProposalStore Proposals(IServiceProvider services) => services.GetRequiredService<VariantProposalStore>();
}
