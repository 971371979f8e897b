using FactChecking.DataFiles;
using FactChecking.Exchange;
using FactChecking.Exchange.Feeds;
using FactChecking.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
        return services;
    }
}
