using FactChecking.Calibration;
using FactChecking.Curation.Drafting;
using FactChecking.DataFiles;
using FactChecking.Exchange;
using FactChecking.Exchange.Archives;
using FactChecking.Exchange.Feeds;
using FactChecking.Knowledge;
using FactChecking.Outlets.Drafts;
using FactChecking.Storage;
using FactChecking.Variants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactChecking.Curation;

public static class CurationServices
{
    /// <summary>Registers what changes records. It needs bot.db, which keeps who changed what.</summary>
    public static IServiceCollection AddCuration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataFiles();
        services.AddPublishing();
        services.AddCalibration();
        services.AddExchange(configuration);
        services.AddFeeds();
        services.AddArchives(provider => provider.GetRequiredService<RevisionStore>().NotePublishedAsync);
        services.AddSingleton<OutletDraftStore>();
        services.AddEditing(configuration);
        services.AddDrafting();
        services.AddSingleton<ImportNoteStore>();
        services.AddSingleton<DeskImport>();
        services.AddSingleton<FeedDraftReview>();
        services.AddSingleton<MaintainerQueue>();
        services.AddSingleton<VariantEditor>();
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
