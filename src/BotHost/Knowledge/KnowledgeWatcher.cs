using System.Diagnostics.CodeAnalysis;
using BotHost.Logging;
using FactChecking.Knowledge;

namespace BotHost.Knowledge;

/// <summary>Moves on to a newly published database while the program runs.</summary>
internal sealed class KnowledgeWatcher(KnowledgeBase knowledge, TimeProvider clock, ILogger<KnowledgeWatcher> logger) : BackgroundService
{
    // Looking at a file's date costs next to nothing, and whoever published wants to see it work.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                MoveOn();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with a new file, answers go on from the one that is open.")]
    private void MoveOn()
    {
        try
        {
            if (knowledge.MoveOn())
                BotHostLog.KnowledgeMovedOn(logger, knowledge.Current.Number, knowledge.Current.Claims);
        }
        catch (Exception exception)
        {
            BotHostLog.KnowledgeNotUsed(logger, knowledge.Current.Number, exception.Message);
        }
    }
}
