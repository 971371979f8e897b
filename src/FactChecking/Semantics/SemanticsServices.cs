using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Semantics.Embedders;
using FactChecking.Semantics.Vectors;
using FactChecking.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactChecking.Semantics;

internal static class SemanticsServices
{
    /// <summary>The search by meaning; without a model in the settings there is no <see cref="SemanticSearch"/>.</summary>
    public static IServiceCollection AddSemantics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<SemanticsOptions>(configuration, SemanticsOptions.Section);
        if (configuration[$"{SemanticsOptions.Section}:{nameof(SemanticsOptions.Provider)}"] is null or "" or "none")
            return services;

        services.AddSingleton(provider => EmbeddingModel.Create(Options(provider)));
        services.AddSingleton(provider => new VectorStore(
            new SqliteFile(Options(provider).Database), provider.GetRequiredService<EmbeddingModel>().Id));
        services.AddSingleton<SemanticMetrics>();
        services.AddSingleton(provider => new SemanticSearch(
            provider.GetRequiredService<EmbeddingModel>(),
            Options(provider),
            provider.GetRequiredService<SemanticMetrics>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new IndexFiller(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<EmbeddingModel>(),
            provider.GetRequiredService<VectorStore>(),
            provider.GetRequiredService<SemanticSearch>(),
            provider.GetRequiredService<SemanticMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IndexFiller>>()));
        services.AddHostedService<EmbeddingWorker>();
        return services;
    }

    private static SemanticsOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<SemanticsOptions>>().Value;
}
