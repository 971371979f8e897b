using BotHost.Store.Database;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotHost.Store.Backups;

internal static class BackupServices
{
    /// <summary>Registers what makes backups and restores them, of the files that the other settings name.</summary>
    public static void AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<BackupOptions>(configuration, BackupOptions.Section);
        services.AddSingleton(provider => BackedUpFiles.From(
            provider.GetRequiredService<IOptions<BotOptions>>(), provider.GetRequiredService<IOptions<KnowledgeOptions>>()));
        services.AddSingleton<BackupStore>();
        services.AddSingleton<BackupRestore>();
    }
}
