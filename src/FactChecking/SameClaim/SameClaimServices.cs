using FactChecking.Matching;
using FactChecking.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactChecking.SameClaim;

internal static class SameClaimServices
{
    /// <summary>The question to a model which claim is meant. It is asked only where the settings say so.</summary>
    public static void AddSameClaim(this IServiceCollection services)
    {
        services.AddOptions<MatchOptions>().Validate<IOptions<ModelOptions>>(
            (match, model) => !match.AskModel || model.Value.IsSet,
            "Matching:AskModel is true, but no model is set: set Model:Provider, or Matching:AskModel to false.");
        services.AddSingleton<SameClaimMetrics>();
        services.AddSingleton(provider => new SameClaimModel(
            provider.GetRequiredService<ModelTask>(), provider.GetRequiredService<SameClaimMetrics>(), provider.GetRequiredService<ILogger<SameClaimModel>>()));
    }
}
