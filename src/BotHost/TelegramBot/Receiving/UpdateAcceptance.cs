using System.Text.Json;
using BotHost.TelegramBot.Groups;
using FactChecking.Groups;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Step 1: what came, by webhook or by asking, is reduced and put on the disk. Then it may be acknowledged.</summary>
internal sealed class UpdateAcceptance(Inbox inbox, GroupStore groups, BotIdentity identity, ILogger<UpdateAcceptance> logger)
{
    public async Task AcceptAsync(IEnumerable<JsonElement> updates)
    {
        var kept = new List<IncomingUpdate>();
        foreach (var json in updates)
        {
            if (await ReduceAsync(json) is { } update)
                kept.Add(update);
        }

        if (kept.Count > 0)
            Log.UpdatesStored(logger, await inbox.StoreAsync(kept), kept.Count);
    }

    private async Task<IncomingUpdate?> ReduceAsync(JsonElement json)
    {
        if (Attempt(json, () => UpdateReader.ReadId(json) == 0 ? null : UpdateReader.Read(json)) is not { } update)
            return null;
        if (!GroupReduction.Concerns(update))
            return Attempt(json, () => UpdateReduction.Reduce(update), mayBeNull: true);

        // That Telegram or the disk is out of reach is no fault of the update: it is not acknowledged, and comes again.
        var bot = await identity.GetAsync(CancellationToken.None);
        var reduced = Attempt(json, () => GroupReduction.Reduce(update, bot), mayBeNull: true);
        return reduced is { Group.Event: GroupEvent.Unasked } && !await AnswersUnaskedAsync(reduced.Chat) ? null : reduced;
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

        Log.UpdateUnreadable(logger, UpdateReader.ReadId(json));
        return null;
    }
}
