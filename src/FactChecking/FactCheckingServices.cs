using FactChecking.Answers;
using FactChecking.Calibration;
using FactChecking.DataFiles;
using FactChecking.Exchange;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Models;
using FactChecking.Pictures;
using FactChecking.Prompts;
using FactChecking.Published;
using FactChecking.SameClaim;
using FactChecking.Search;
using FactChecking.Semantics;
using FactChecking.Semantics.Embedders;
using FactChecking.Storage;
using FactChecking.Variants;
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
        services.AddOptions<MatchOptions>().Validate<IOptions<ModelOptions>>(
            (match, model) => !match.AskModel || model.Value.IsSet,
            "Matching:AskModel is true, but no model is set: set Model:Provider, or Matching:AskModel to false.");
        services.AddValidatedOptions<PromptOptions>(configuration, PromptOptions.Section);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SqliteFile(Options<KnowledgeOptions>(provider).Database));
        services.AddSingleton<KnowledgePublisher>();
        services.AddSingleton(provider => new KnowledgeBase(provider.GetRequiredService<SqliteFile>(), generation => ClaimIndex.Of(generation)));
        services.AddSingleton(provider => new DataFolder(Options<KnowledgeOptions>(provider).DataFolder));
        services.AddSingleton<RecordsImport>();
        services.AddSingleton<RecordSearch>();
        services.AddValidatedOptions<PagesOptions>(configuration, PagesOptions.Section);
        services.AddSingleton(provider => new PublicAddress(Options<PagesOptions>(provider)));
        services.AddSingleton(provider => new PublishedRecords(provider.GetRequiredService<KnowledgeBase>()));
        services.AddSingleton<VariantEditor>();
        services.AddSingleton(provider => new CalibrationFile(Options<MatchOptions>(provider).CalibrationFile));
        services.AddSingleton(provider => new Calibrator(
            provider.GetRequiredService<KnowledgeBase>(), provider.GetService<SemanticSearch>(), provider.GetService<EmbeddingModel>()?.Id));
        services.AddSingleton(provider => new ClaimMatcher(
            provider.GetRequiredService<KnowledgeBase>(), Options<MatchOptions>(provider), provider.GetRequiredService<CalibrationFile>().Apply(provider.GetService<EmbeddingModel>()?.Id)));
        services.AddSemantics(configuration);
        services.AddExchange(configuration);
        services.AddSingleton<MatchExplainer>();
        services.AddSingleton(provider => new MessageMatcher(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<ClaimMatcher>(),
            provider.GetService<SemanticSearch>(),
            Options<SemanticsOptions>(provider)));
        services.AddSingleton(provider => new PromptLibrary(Options<PromptOptions>(provider).Folder));
        services.AddSingleton<TemplateComposer>();
        services.AddValidatedOptions<PictureOptions>(configuration, PictureOptions.Section);
        services.AddSingleton(provider => new PictureFonts(Options<PictureOptions>(provider).FontFolder));
        services.AddSingleton<TrailPicture>();
        services.AddSingleton(provider => new ClaimDetails(
            provider.GetRequiredService<KnowledgeBase>(), provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<TrailPicture>(),
            provider.GetRequiredService<PublicAddress>()));
        services.AddSingleton(provider => new ModelTask(
            ChatModel.Create(Options<ModelOptions>(provider)).Measured(),
            Options<ModelOptions>(provider),
            provider.GetRequiredService<PromptLibrary>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddMetrics();
        services.AddSingleton<CheckMetrics>();
        services.AddSingleton<CompositionMetrics>();
        services.AddSingleton<SameClaimMetrics>();
        services.AddSingleton(provider => new AnswerComposer(
            provider.GetRequiredService<TemplateComposer>(),
            CreateModelComposer(provider),
            provider.GetRequiredService<CompositionMetrics>(),
            provider.GetRequiredService<ILogger<AnswerComposer>>()));
        services.AddSingleton(provider => new FactChecker(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<MessageMatcher>(),
            CreateSameClaimModel(provider),
            provider.GetRequiredService<AnswerComposer>(),
            provider.GetRequiredService<CheckMetrics>()));
        return services;
    }

    private static ModelComposer? CreateModelComposer(IServiceProvider provider) =>
        Options<ModelOptions>(provider).IsSet ? new ModelComposer(provider.GetRequiredService<ModelTask>()) : null;

    private static SameClaimModel? CreateSameClaimModel(IServiceProvider provider) =>
        Options<MatchOptions>(provider).AskModel
            ? new SameClaimModel(
                provider.GetRequiredService<ModelTask>(), provider.GetRequiredService<SameClaimMetrics>(), provider.GetRequiredService<ILogger<SameClaimModel>>())
            : null;

    private static T Options<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
