using BotHost.Logging;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Matching;
using Microsoft.Extensions.Options;

namespace BotHost.Knowledge;

/// <summary>
/// Before anything is received: looks at the calibration, brings the database up to the data folder, and opens it. A fault
/// in any of them stops the start.
/// </summary>
internal sealed class KnowledgeLoader(
    KnowledgePublisher publisher, KnowledgeBase knowledge, CalibrationFile calibration, IOptions<KnowledgeOptions> options, ILogger<KnowledgeLoader> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (calibration.Read() is { } fitted)
            BotHostLog.Calibrated(logger, string.Join(", ", fitted.Languages.Keys));

        var folder = options.Value.DataFolder;
        if (!string.IsNullOrEmpty(folder) && await publisher.LoadAsync(new DataFolder(folder), cancellationToken))
            BotHostLog.DataLoaded(logger, Path.GetFullPath(folder));

        knowledge.MoveOn();
        BotHostLog.KnowledgeMovedOn(logger, knowledge.Current.Number, knowledge.Current.Claims);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
