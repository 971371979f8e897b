using FactChecking.Curation.Exchange.Formats;
using FactChecking.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation.Exchange.Feeds;

internal static class FeedServices
{
    /// <summary>Import of feeds, as drafts in the bot's database.</summary>
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<ImportDraftStore>();
        services.AddSingleton(provider => new FeedDownload(Options(provider)));
        services.AddSingleton(provider => new FeedImport(
            provider.GetRequiredService<ExchangeImport>(), provider.GetRequiredService<ImportDraftStore>(), provider.GetRequiredService<KnowledgeBase>(), Options(provider)));
    }

    private static ExchangeOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<ExchangeOptions>>().Value;
}
