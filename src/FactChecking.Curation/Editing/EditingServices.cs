using FactChecking.Foundation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactChecking.Curation.Editing;

internal static class EditingServices
{
    /// <summary>Edits records and keeps their history, which lies in the bot's database.</summary>
    public static void AddEditing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<CurationOptions>(configuration, CurationOptions.Section);
        services.AddSingleton<RevisionStore>();
        services.AddSingleton<FileTexts>();
        services.AddSingleton<ImportedTexts>();
        services.AddSingleton<RecordEditor>();
        services.AddSingleton<RecordForm>();
        services.AddSingleton<NewRecordText>();
        services.AddSingleton<DuplicateFinder>();
    }
}
