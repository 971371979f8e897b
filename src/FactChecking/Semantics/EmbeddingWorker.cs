using System.Diagnostics.CodeAnalysis;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactChecking.Semantics;

/// <summary>Embeds the records in the background, and again whenever a new generation is published.</summary>
internal sealed class EmbeddingWorker(KnowledgeBase knowledge, IndexFiller filler, TimeProvider clock, ILogger<EmbeddingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    [SuppressMessage("Design", "CA1031", Justification = "Messages are matched by their words whatever happens here, and the next round may do better.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        KnowledgeGeneration? filled = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (knowledge.Current != filled)
                    filled = await filler.FillAsync(stoppingToken);
            }
            catch (FileNotFoundException)
            {
                // At the very first start the records are still being published.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                pause = PauseAfterFailure;
                logger.FillingFailed(exception.GetType().Name, pause.TotalSeconds);
            }
            await Task.Delay(pause, clock, stoppingToken);
        }
    }
}
