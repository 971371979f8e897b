using BotHost.Store;
using FactChecking;
using FactChecking.Curation;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.Support;

/// <summary>The records of data/ as a database, made once for all tests, which only read it.</summary>
public static class TestKnowledge
{
    private static readonly Lazy<Task<string>> File = new(CreateAsync);

    public static Task<string> FileAsync() => File.Value;

    private static async Task<string> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("knowledge-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "knowledge.db");
        await PublishAsync(Path.Combine(Repository.Root, "data"), file);
        return file;
    }

    /// <summary>Publishes the records of a file of JSON Lines, added to those that the database holds.</summary>
    public static async Task ImportAsync(string records, string file)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Knowledge:Database"] = file }).Build();
        await using var services = new ServiceCollection().AddLogging().AddFactChecking(settings).AddBotStore(settings).AddCuration(settings).BuildServiceProvider();
        services.GetRequiredService<RecordsImport>().Import(records);
    }

    /// <summary>Publishes the records of a data folder, over those that the file holds.</summary>
    public static async Task PublishAsync(string data, string file)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Knowledge:Database"] = file,
            ["Knowledge:DataFolder"] = data,
        }).Build();
        await using var services = new ServiceCollection().AddLogging().AddFactChecking(settings).AddBotStore(settings).AddCuration(settings).BuildServiceProvider();
        await services.GetRequiredService<KnowledgePublisher>().LoadAsync(
            services.GetRequiredService<DataFolder>(), CancellationToken.None);
    }
}
