using FactChecking.Curation.Calibration;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.DeskImports;
using FactChecking.Curation.Drafting;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Exchange.Archives;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.OutletDrafts;
using FactChecking.Curation.Preview;
using FactChecking.Curation.Publishing;
using FactChecking.Curation.Queue;
using FactChecking.Curation.Wordings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
        services.AddSingleton<DraftPreview>();
        return services;
    }
}
