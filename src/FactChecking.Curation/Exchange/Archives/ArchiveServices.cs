using FactChecking.Curation.Exchange.Formats;
using FactChecking.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation.Exchange.Archives;

internal static class ArchiveServices
{
    /// <summary>Import of a whole data folder.</summary>
    /// <param name="services">The services.</param>
    /// <param name="note">Gives what keeps the history of the changed records.</param>
    public static void AddArchives(this IServiceCollection services, Func<IServiceProvider, NoteChangedFiles> note) =>
        services.AddSingleton(provider => new DataImport(
            provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.DataFolder,
            provider.GetRequiredService<IOptions<ExchangeOptions>>().Value,
            note(provider)));
}
