using Microsoft.Extensions.DependencyInjection;

namespace FactChecking.Curation.Publishing;

internal static class PublishingServices
{
    /// <summary>What makes the next generation of the published records.</summary>
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<KnowledgePublisher>();
        services.AddSingleton<RecordsImport>();
    }
}
