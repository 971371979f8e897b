using FactChecking.Foundation;
using FactChecking.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Knowledge;

internal static class KnowledgeServices
{
    /// <summary>The published records.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="prepare">What is read of a generation before anybody answers from it.</param>
    public static void AddKnowledge(this IServiceCollection services, IConfiguration configuration, Action<KnowledgeGeneration> prepare)
    {
        services.AddValidatedOptions<KnowledgeOptions>(configuration, KnowledgeOptions.Section);
        services.AddSingleton(provider => new SqliteFile(provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Database));
        services.AddSingleton(provider => new KnowledgeBase(provider.GetRequiredService<SqliteFile>(), prepare));
    }
}
