using System.Text.Json;
using BotHost.Operations;
using BotHost.TelegramBot.Fairness;
using FactChecking.Intake;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Step 1: what came, by webhook or by asking, is reduced and put on the disk. Then it may be acknowledged.</summary>
internal sealed class UpdateAcceptance(Inbox inbox, QuestionLimits limits, BotMetrics metrics, ILogger<UpdateAcceptance> logger)
{
    public async Task AcceptAsync(IReadOnlyCollection<JsonElement> updates)
    {
        var kept = updates.Select(Reduce).OfType<IncomingUpdate>().ToList();
        if (kept.Count > 0)
        {
            var stored = await inbox.StoreAsync(kept);
            metrics.CountUpdates("stored", stored);
            metrics.CountUpdates("repeated", kept.Count - stored);
            Log.UpdatesStored(logger, stored, kept.Count);
        }

        limits.Done(updates.Select(UpdateReader.ReadId));
    }

    private IncomingUpdate? Reduce(JsonElement json)
    {
        try
        {
            if (UpdateReader.ReadId(json) != 0 && UpdateReader.Read(json) is { } update)
                return Limit(update, UpdateReduction.Reduce(update));
        }
        // An update in a form that nobody has thought of is acknowledged all the same: sent again it would be no better,
        // and it would hold up what follows for a day.
        catch (Exception)
        {
        }

        metrics.CountUpdates("unreadable");
        Log.UpdateUnreadable(logger, UpdateReader.ReadId(json));
        return null;
    }

    // What is too much is dropped here, before it costs a place on the disk or a turn of another chat.
    private IncomingUpdate? Limit(Update update, IncomingUpdate? reduced)
    {
        if (reduced is null)
        {
            metrics.CountUpdates("not_for_bot");
            return null;
        }

        switch (limits.Judge(update))
        {
            case QuestionLimits.Verdict.Allowed:
                return reduced;
            case QuestionLimits.Verdict.FirstTooMany:
                metrics.CountUpdates("too_many");
                return reduced with { TooMany = true, Message = reduced.Message is { } message ? new IncomingMessage(message.Id, message.Content, "") : null };
            default:
                metrics.CountUpdates("too_many");
                return null;
        }
    }
}
