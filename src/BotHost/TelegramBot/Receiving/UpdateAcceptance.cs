using System.Text.Json;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Step 1: what came, by webhook or by asking, is reduced and put on the disk. Then it may be acknowledged.</summary>
internal sealed class UpdateAcceptance(Inbox inbox, ILogger<UpdateAcceptance> logger)
{
    public async Task AcceptAsync(IEnumerable<JsonElement> updates)
    {
        var kept = updates.Select(Reduce).OfType<IncomingUpdate>().ToList();
        if (kept.Count > 0)
            Log.UpdatesStored(logger, await inbox.StoreAsync(kept), kept.Count);
    }

    private IncomingUpdate? Reduce(JsonElement json)
    {
        try
        {
            if (UpdateReader.ReadId(json) != 0 && UpdateReader.Read(json) is { } update)
                return UpdateReduction.Reduce(update);
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
