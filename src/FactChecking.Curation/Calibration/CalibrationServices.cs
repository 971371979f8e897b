using FactChecking.Knowledge;
using FactChecking.Semantics;
using FactChecking.Semantics.Embedders;
using Microsoft.Extensions.DependencyInjection;

namespace FactChecking.Curation.Calibration;

internal static class CalibrationServices
{
    /// <summary>Fits probabilities to a bot's own matches.</summary>
    public static void AddCalibration(this IServiceCollection services) =>
        services.AddSingleton(provider => new Calibrator(
            provider.GetRequiredService<KnowledgeBase>(), provider.GetService<SemanticSearch>(), provider.GetService<EmbeddingModel>()?.Id));
}
