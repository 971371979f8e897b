using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using FactChecking.Curation.DataFiles;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;

namespace BotHost.Commands;

/// <summary><c>match</c>: matches many messages at once, by the code path of the bot, for measurement.</summary>
internal static class MatchCommand
{
    private const int WarmUpMessages = 100;

    public static Command Create()
    {
        var queries = new Option<FileInfo>("--queries") { Description = "JSON Lines with id, lang and text.", HelpName = "FILE", Required = true };
        var top = new Option<int>("--top") { Description = "How many matches to print for a message.", HelpName = "N", DefaultValueFactory = _ => 5 };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--top: at least 1.");
        });
        var database = DatabaseOption.Create();

        var command = new Command("match", "Matches many messages at once, for measurement.") { queries, top, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            var matcher = services.GetRequiredService<ClaimMatcher>();
            var generation = services.GetRequiredService<KnowledgeBase>().Current;
            var file = arguments.GetRequiredValue(queries).FullName;
            await WarmUpAsync(matcher, generation, file, cancellationToken);
            await using var output = new StreamWriter(Console.OpenStandardOutput());
            foreach (var (index, line) in File.ReadLines(file).Index())
            {
                if (!string.IsNullOrWhiteSpace(line))
                    await output.WriteLineAsync(await MatchAsync(matcher, generation, Read(file, index + 1, line), arguments.GetValue(top), cancellationToken));
            }
        });
        return command;
    }

    // The first messages would measure the compiler and not the matcher.
    private static async Task WarmUpAsync(ClaimMatcher matcher, KnowledgeGeneration generation, string file, CancellationToken cancellationToken)
    {
        foreach (var (index, line) in File.ReadLines(file).Index().Where(item => !string.IsNullOrWhiteSpace(item.Item)).Take(WarmUpMessages))
            await matcher.MatchAsync(QuestionOf(Read(file, index + 1, line)), generation, 1, cancellationToken);
    }

    private static async Task<string> MatchAsync(
        ClaimMatcher matcher, KnowledgeGeneration generation, QueryLine query, int top, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await matcher.MatchAsync(QuestionOf(query), generation, top, cancellationToken);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return JsonSerializer.Serialize(
            new ResultLine(
                query.Id!, // Read refuses a line without an id
                result.Decision.ToString().ToLowerInvariant(),
                Math.Round(milliseconds, 3),
                [.. result.Matches.Select(match => new MatchLine(match.Claim, Math.Round(match.Probability, 4)))]),
            FactCheckingJson.Plain);
    }

    private static Question QuestionOf(QueryLine query) => new(query.Text!) { LanguageHint = query.Lang }; // Read refuses a line without text

    private static QueryLine Read(string file, int line, string json)
    {
        QueryLine? query;
        try
        {
            query = JsonSerializer.Deserialize<QueryLine>(json, FactCheckingJson.Plain);
        }
        catch (JsonException exception)
        {
            throw new DataFaultsException([new DataFault(file, line, $"not the JSON that is expected ({exception.Message})")]);
        }
        if (query?.Id is null || query.Text is null)
            throw new DataFaultsException([new DataFault(file, line, "id and text are needed")]);
        return query;
    }

    private sealed record QueryLine(string? Id, string? Lang, string? Text);

    private sealed record ResultLine(string Id, string Decision, double Ms, IReadOnlyList<MatchLine> Matches);

    private sealed record MatchLine(string Id, double Probability);
}
