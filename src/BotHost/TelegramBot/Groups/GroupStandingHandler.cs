using BotHost.Store.Groups;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Receiving;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;

namespace BotHost.TelegramBot.Groups;

/// <summary>
/// The bot was added: it says once what it will do and whether it can see what is written. It was removed: the group is
/// forgotten without a word. Its rights have changed: it says so only when that leaves it blind to what it is to answer.
/// </summary>
internal sealed class GroupStandingHandler(GroupStore groups, BotIdentity identity)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, StandingChange change, CancellationToken cancellationToken)
    {
        if (change.To == GroupStanding.Absent)
        {
            await groups.ForgetAsync(update.Chat);
            return [];
        }

        var bot = await identity.AskAsync(cancellationToken);
        var settings = await groups.ChangeAsync(update.Chat, old => old with { Standing = change.To, MutedUntil = null });
        var isBlind = !bot.CanReadAllGroupMessages && change.To != GroupStanding.Administrator;
        var texts = GroupTexts.For(settings.Language, update.ClientLanguage);
        var name = bot.Username!; // every bot has a user name
        return change switch
        {
            { To: GroupStanding.Muted } => [],
            { From: GroupStanding.Absent } => [Say(update.Chat, $"{texts.Greeting}\n\n{(isBlind ? texts.GreetingBlind : texts.GreetingSees)}", name)],
            { From: GroupStanding.Administrator } when isBlind && settings.IsAutomatic => [Say(update.Chat, texts.NowBlind, name)],
            _ => [],
        };
    }

    private static SendText Say(long chat, string text, string botName) => new(chat, null, GroupTexts.Naming(text, botName)) { IsSilent = true };
}
