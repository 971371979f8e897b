using FactChecking.Curation;
using FactChecking.DataFiles;
using FactChecking.Exchange.Archives;
using FactChecking.Exchange.Feeds;
using FactChecking.Knowledge;
using FactChecking.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Exchange;

internal static class ExchangeServices
{
    /// <summary>Import and export. Drafts lie in the bot's database, which is registered apart.</summary>
    public static void AddExchange(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ExchangeOptions>(configuration, ExchangeOptions.Section);
        services.AddSingleton(provider => new ExchangeImport(
            provider.GetRequiredService<KnowledgePublisher>(),
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<MessageMatcher>(),
            Directory.Exists(DataFolderOf(provider)) ? new DataFolder(DataFolderOf(provider)) : null,
            Options(provider)));
        services.AddSingleton(provider => new DataImport(DataFolderOf(provider), Options(provider), provider.GetService<RevisionStore>()));
        services.AddSingleton<ExchangeExport>();
        services.AddSingleton(provider => new FeedDownload(Options(provider)));
        services.AddSingleton(provider => new FeedImport(
            provider.GetRequiredService<ExchangeImport>(), provider.GetRequiredService<ImportDraftStore>(), provider.GetRequiredService<KnowledgeBase>(), Options(provider)));
    }

    private static string DataFolderOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.DataFolder;

    private static ExchangeOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<ExchangeOptions>>().Value;
}
