using BotHost.Store.Database;
using FactChecking.Knowledge;
using Microsoft.Extensions.Options;

namespace BotHost.Store.Backups;

/// <summary>Where everything is that a backup holds. Full paths.</summary>
/// <param name="BotDatabase">bot.db.</param>
/// <param name="KnowledgeDatabase">knowledge.db.</param>
/// <param name="DataFolder">The curated records; null: there is no data folder.</param>
public sealed record BackedUpFiles(string BotDatabase, string KnowledgeDatabase, string? DataFolder)
{
    /// <summary>The folder of the keys that cookies and forms of the desk are sealed with.</summary>
    public string Keys => $"{BotDatabase}.keys";

    internal static BackedUpFiles From(IOptions<BotOptions> bot, IOptions<KnowledgeOptions> knowledge) => new(
        Path.GetFullPath(bot.Value.Database),
        Path.GetFullPath(knowledge.Value.Database),
        string.IsNullOrEmpty(knowledge.Value.DataFolder) ? null : Path.GetFullPath(knowledge.Value.DataFolder));
}
