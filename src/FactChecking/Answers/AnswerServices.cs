using FactChecking.Knowledge;
using FactChecking.Models;
using FactChecking.Pictures;
using FactChecking.Prompts;
using FactChecking.Published;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactChecking.Answers;

internal static class AnswerServices
{
    /// <summary>Composes replies, by templates and, where one is set, by a model.</summary>
    public static void AddAnswers(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<CheckMetrics>();
        services.AddSingleton<CompositionMetrics>();
        services.AddSingleton<TemplateComposer>();
        services.AddSingleton(provider => new ClaimDetails(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<PromptLibrary>(),
            provider.GetRequiredService<TrailPicture>(),
            provider.GetRequiredService<PublicAddress>()));
        services.AddSingleton(provider => new AnswerComposer(
            provider.GetRequiredService<TemplateComposer>(),
            provider.GetRequiredService<IOptions<ModelOptions>>().Value.IsSet ? new ModelComposer(provider.GetRequiredService<ModelTask>()) : null,
            provider.GetRequiredService<CompositionMetrics>(),
            provider.GetRequiredService<ILogger<AnswerComposer>>()));
    }
}
