using FactChecking.Curation.Drafting;
using FactChecking.DataFiles;
using FactChecking.Exchange;
using FactChecking.Exchange.Feeds;
using FactChecking.Models;
using FactChecking.Prompts;
using FactChecking.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation;

public static class CurationServices
{
    /// <summary>Registers what changes records. It needs bot.db, which keeps who changed what.</summary>
    public static IServiceCollection AddCuration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<CurationOptions>(configuration, CurationOptions.Section);
        services.AddSingleton<RevisionStore>();
        services.AddSingleton<FileTexts>();
        services.AddSingleton<ImportedTexts>();
        services.AddSingleton<RecordEditor>();
        services.AddSingleton<RecordForm>();
        services.AddSingleton<NewRecordText>();
        services.AddSingleton<ImportNoteStore>();
        services.AddSingleton<DeskImport>();
        services.AddSingleton<FeedDraftReview>();
        services.AddSingleton<DuplicateFinder>();
        services.AddSingleton<MaintainerQueue>();
        services.AddSingleton<WordingDraft>();
        services.AddSingleton(provider => new DraftPreview(
            configuration,
            provider.GetRequiredService<DataFolder>(),
            provider.GetRequiredService<SqliteFile>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ModelDrafter(CreateModel(provider)));
        return services;
    }

    // Who edits a record waits for a draft longer than somebody in a chat for an answer.
    private static ModelTask? CreateModel(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        if (!options.IsSet)
            return null;
        var patient = options.Patient();
        return new ModelTask(ChatModel.Create(patient).Measured(), patient, provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<TimeProvider>());
    }
}
