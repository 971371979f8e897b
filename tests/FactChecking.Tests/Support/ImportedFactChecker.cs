using System.Text.Json;
using BotHost.Store;
using FactChecking.Curation;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactChecking.Tests.Support;

/// <summary>The whole path of a message over records that a test imports.</summary>
internal sealed class ImportedFactChecker : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    public ImportedFactChecker(params object[] records)
    {
        var file = _folder.File("records.jsonl");
        File.WriteAllLines(file, records.Select(record => JsonSerializer.Serialize(record)));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Prompts:Folder"] = Repository.Prompts,
                ["Knowledge:Database"] = _folder.File("knowledge.db"),
                ["Knowledge:DataFolder"] = "",
            })
            .Build();
        _services = new ServiceCollection().AddLogging().AddFactChecking(configuration).AddBotStore(configuration).AddCuration(configuration).BuildServiceProvider();
        _services.GetRequiredService<RecordsImport>().Import(file);
    }

    public FactChecker FactChecker => _services.GetRequiredService<FactChecker>();

    public Task<MatchResult> MatchAsync(string text, int count) =>
        _services.GetRequiredService<ClaimMatcher>().MatchAsync(_services.GetRequiredService<KnowledgeBase>(), text, count);

    public SqliteFile Database => _services.GetRequiredService<SqliteFile>();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
