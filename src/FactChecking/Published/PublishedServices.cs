using FactChecking.Foundation;
using FactChecking.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Published;

internal static class PublishedServices
{
    /// <summary>What everybody may look at, and where.</summary>
    public static void AddPublished(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PagesOptions>(configuration, PagesOptions.Section);
        services.AddSingleton(provider => new PublicAddress(provider.GetRequiredService<IOptions<PagesOptions>>().Value));
        services.AddSingleton(provider => new PublishedRecords(provider.GetRequiredService<KnowledgeBase>()));
    }
}
