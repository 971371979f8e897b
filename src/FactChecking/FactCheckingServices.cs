using FactChecking.Answers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Matching.Index;
using FactChecking.Models;
using FactChecking.Pictures;
using FactChecking.Prompts;
using FactChecking.Published;
using FactChecking.SameClaim;
using FactChecking.Search;
using FactChecking.Semantics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FactChecking;

public static class FactCheckingServices
{
    /// <summary>Registers all that answering needs, from the settings sections that the options classes name.</summary>
    public static IServiceCollection AddFactChecking(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddKnowledge(configuration, prepare: generation => ClaimIndexReader.Of(generation));
        services.AddSemantics(configuration);
        services.AddMatching(configuration);
        services.AddPrompts(configuration);
        services.AddModels(configuration);
        services.AddSameClaim();
        services.AddPictures(configuration);
        services.AddPublished(configuration);
        services.AddAnswers();
        services.AddSingleton<RecordSearch>();
        services.AddSingleton(provider => new FactChecker(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<ClaimMatcher>(),
            provider.GetRequiredService<IOptions<MatchOptions>>().Value.AskModel ? provider.GetRequiredService<SameClaimModel>() : null,
            provider.GetRequiredService<AnswerComposer>(),
            provider.GetRequiredService<CheckMetrics>()));
        return services;
    }
}
