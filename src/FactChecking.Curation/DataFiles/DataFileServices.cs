using FactChecking.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation.DataFiles;

internal static class DataFileServices
{
    /// <summary>The folder of curated records.</summary>
    public static void AddDataFiles(this IServiceCollection services) =>
        services.AddSingleton(provider => new DataFolder(provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.DataFolder));
}
