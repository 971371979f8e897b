using FactChecking.Foundation;
using FactChecking.Semantics;
using FactChecking.Semantics.Embedders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Matching;

internal static class MatchingServices
{
    /// <summary>Matching of messages with the claims on record, by their words and by their meaning.</summary>
    public static void AddMatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<MatchOptions>(configuration, MatchOptions.Section);
        services.AddSingleton(provider => new CalibrationFile(Options(provider).CalibrationFile));
        services.AddSingleton(provider => new ClaimMatcher(
            Options(provider),
            provider.GetRequiredService<CalibrationFile>().Apply(provider.GetService<EmbeddingModel>()?.Id),
            provider.GetService<SemanticSearch>(),
            provider.GetRequiredService<IOptions<SemanticsOptions>>().Value));
        services.AddSingleton<MatchExplainer>();
    }

    private static MatchOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<MatchOptions>>().Value;
}
