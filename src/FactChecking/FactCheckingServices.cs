using FactChecking.Answers;
using FactChecking.Calibration;
using FactChecking.DataFiles;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Models;
using FactChecking.Prompts;
using FactChecking.Semantics;
using FactChecking.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactChecking;

public static class FactCheckingServices
{
    /// <summary>Registers all that answering needs, from the settings sections that the options classes name.</summary>
    public static IServiceCollection AddFactChecking(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<KnowledgeOptions>(configuration, KnowledgeOptions.Section);
        services.AddValidatedOptions<MatchOptions>(configuration, MatchOptions.Section);
        services.AddValidatedOptions<ModelOptions>(configuration, ModelOptions.Section);
        services.AddValidatedOptions<PromptOptions>(configuration, PromptOptions.Section);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SqliteFile(Options<KnowledgeOptions>(provider).Database));
        services.AddSingleton<KnowledgePublisher>();
        services.AddSingleton<KnowledgeBase>();
        services.AddSingleton(provider => new DataFolder(Options<KnowledgeOptions>(provider).DataFolder));
        services.AddSingleton<RecordsImport>();
        services.AddSingleton(provider => new CalibrationFile(Options<MatchOptions>(provider).CalibrationFile));
        services.AddSingleton(provider => new Calibrator(provider.GetRequiredService<KnowledgeBase>()));
        services.AddSingleton(provider => new ClaimMatcher(
            provider.GetRequiredService<KnowledgeBase>(), Options<MatchOptions>(provider), provider.GetRequiredService<CalibrationFile>().Apply()));
        services.AddSemantics(configuration);
        services.AddSingleton<MatchExplainer>();
        services.AddSingleton(provider => new MessageMatcher(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<ClaimMatcher>(),
            provider.GetService<SemanticSearch>(),
            Options<MatchOptions>(provider),
            Options<SemanticsOptions>(provider)));
        services.AddSingleton(provider => new PromptLibrary(Options<PromptOptions>(provider).Folder));
        services.AddSingleton<TemplateComposer>();
        services.AddMetrics();
        services.AddSingleton<CompositionMetrics>();
        services.AddSingleton(provider => new AnswerComposer(
            provider.GetRequiredService<TemplateComposer>(),
            CreateModelComposer(provider),
            provider.GetRequiredService<CompositionMetrics>(),
            provider.GetRequiredService<ILogger<AnswerComposer>>()));
        services.AddSingleton(provider => new FactChecker(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<MessageMatcher>(),
            provider.GetRequiredService<AnswerComposer>()));
        return services;
    }

    private static ModelComposer? CreateModelComposer(IServiceProvider provider)
    {
        var options = Options<ModelOptions>(provider);
        return options.IsSet
            ? new ModelComposer(ChatModel.Create(options), options, provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<TimeProvider>())
            : null;
    }

    private static T Options<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
