using BotHost.Hosting;
using BotHost.Store;
using FactChecking;
using FactChecking.Curation;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Semantics;
using FactChecking.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Commands;

/// <summary>What the verbs other than serve work with: the same services, from the same settings.</summary>
internal static class CommandServices
{
    /// <summary>Builds the services.</summary>
    /// <param name="database">The database to use instead of the configured one; null: the configured one.</param>
    public static ServiceProvider Create(string? database)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Settings(database))
            .Build();
        FormerSettings.Apply(configuration);
        return new ServiceCollection()
            .AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddFactChecking(configuration)
            .AddBotStore(configuration)
            .AddCuration(configuration)
            .BuildServiceProvider();
    }

    /// <summary>The settings that override the configured ones.</summary>
    public static Dictionary<string, string?> Settings(string? database) =>
        database is null ? [] : new() { [$"{KnowledgeOptions.Section}:{nameof(KnowledgeOptions.Database)}"] = database };

    /// <summary>
    /// Makes sure that there is a database to read, with the records of <c>data/</c> as they are now. One that was named
    /// and holds only imported records stays as it is, as does any when no data folder is set.
    /// </summary>
    public static async Task PrepareAsync(IServiceProvider services, string? database, CancellationToken cancellationToken)
    {
        var file = services.GetRequiredService<SqliteFile>();
        var publisher = services.GetRequiredService<KnowledgePublisher>();
        var hasFolder = !string.IsNullOrEmpty(services.GetRequiredService<IOptions<KnowledgeOptions>>().Value.DataFolder);
        if (hasFolder && (database is null || !File.Exists(file.Path) || publisher.HoldsCuratedRecords()))
            await publisher.LoadAsync(services.GetRequiredService<DataFolder>(), cancellationToken);

        // The hosted bot fills the vectors in the background; a verb that answers once has to wait for them.
        if (services.GetService<IndexFiller>() is { } vectors)
            await vectors.FillAsync(cancellationToken);
    }
}
