using System.Text.Json;
using BotHost.Logging;
using BotHost.Operations;
using BotHost.Store.Groups;
using BotHost.Store.Intake;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Fairness;
using Telegram.Bot.Types;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Step 1: what came, by webhook or by asking, is reduced and put on the disk. Then it may be acknowledged.</summary>
internal sealed class UpdateAcceptance(
    Inbox inbox, QuestionLimits limits, GroupStore groups, BotIdentity identity, BotMetrics metrics, ILogger<UpdateAcceptance> logger)
{
    public async Task AcceptAsync(IReadOnlyCollection<JsonElement> updates)
    {
        var kept = new List<IncomingUpdate>();
        foreach (var json in updates)
        {
            if (await ReduceAsync(json) is { } update)
                kept.Add(update);
        }

        if (kept.Count > 0)
        {
            var stored = await inbox.StoreAsync(kept);
            metrics.CountUpdates("stored", stored);
            metrics.CountUpdates("repeated", kept.Count - stored);
            BotHostLog.UpdatesStored(logger, stored, kept.Count);
        }

        limits.Done(updates.Select(UpdateReader.ReadId));
    }

    private async Task<IncomingUpdate?> ReduceAsync(JsonElement json)
    {
        if (Attempt(json, () => UpdateReader.ReadId(json) == 0 ? null : UpdateReader.Read(json)) is not { } update)
            return null;
        if (!GroupReduction.Concerns(update))
            return Attempt(json, () => Limit(update, UpdateReduction.Reduce(update)), mayBeNull: true);

        // That Telegram or the disk is out of reach is no fault of the update: it is not acknowledged, and comes again.
        var bot = await identity.GetAsync(CancellationToken.None);
        var reduced = Attempt(json, () => GroupReduction.Reduce(update, bot), mayBeNull: true);
        return reduced?.Group?.Event switch
        {
            GroupEvent.Unasked => await AnswersUnaskedAsync(reduced.Chat) ? reduced : Limit(update, null),
            GroupEvent.NewId or GroupEvent.Standing => reduced,
            _ => Limit(update, reduced),
        };
    }

    // What nobody asked about in a group is not even stored where it will not be answered.
    private async Task<bool> AnswersUnaskedAsync(long group) => await groups.FindAsync(group) is { IsAutomatic: true };

    private T? Attempt<T>(JsonElement json, Func<T?> read, bool mayBeNull = false)
        where T : class
    {
        try
        {
            if (read() is var result && (mayBeNull || result is not null))
                return result;
        }
        // An update in a form that nobody has thought of is acknowledged all the same: sent again it would be no better,
        // and it would hold up what follows for a day.
        catch (Exception)
        {
        }

        metrics.CountUpdates("unreadable");
        BotHostLog.UpdateUnreadable(logger, UpdateReader.ReadId(json));
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
