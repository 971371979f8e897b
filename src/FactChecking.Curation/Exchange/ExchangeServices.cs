using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Publishing;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation.Exchange;

internal static class ExchangeServices
{
    /// <summary>Import and export of records.</summary>
    public static void AddExchange(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ExchangeOptions>(configuration, ExchangeOptions.Section);
        services.AddSingleton(provider => new ExchangeImport(
            provider.GetRequiredService<KnowledgePublisher>(),
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<ClaimMatcher>(),
            provider.GetRequiredService<DataFolder>() is { Exists: true } folder ? folder : null,
            provider.GetRequiredService<IOptions<ExchangeOptions>>().Value));
        services.AddSingleton<ExchangeExport>();
    }
}
