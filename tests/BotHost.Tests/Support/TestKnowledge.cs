using FactChecking;
using FactChecking.DataFiles;
using FactChecking.Knowledge;
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
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Knowledge:Database"] = file,
            ["Knowledge:DataFolder"] = Path.Combine(Repository.Root, "data"),
        }).Build();
        await using var services = new ServiceCollection().AddLogging().AddFactChecking(settings).BuildServiceProvider();
        await services.GetRequiredService<KnowledgePublisher>().LoadAsync(
            services.GetRequiredService<DataFolder>(), CancellationToken.None);
        return file;
    }
}
