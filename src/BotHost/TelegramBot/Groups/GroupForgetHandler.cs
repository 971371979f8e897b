using System.Globalization;
using BotHost.Store.Groups;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Receiving;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;

namespace BotHost.TelegramBot.Groups;

/// <summary>
/// Step 5: /forget of an administrator, and yes to the question that it brings, deletes all that is held of the group, and says
/// what that was. From then on the bot knows no more of it than when it came. It is asked about since Telegram shows a command
/// without a name to every bot of the group: it may be meant for another.
/// </summary>
internal sealed class GroupForgetHandler(GroupStore groups, AdministratorCheck administrators, BotIdentity identity, TimeProvider clock)
{
    public async Task<IReadOnlyList<OutgoingCall>> AskAsync(
        IncomingUpdate update, IncomingGroup group, CancellationToken cancellationToken)
    {
        var settings = await groups.FindAsync(update.Chat) ?? new GroupSettings();
        if (!settings.MayWriteAt(clock.GetUtcNow()))
            return [];
        var texts = GroupTexts.For(settings.Language, update.ClientLanguage);
        if (!await administrators.IsAdministratorAsync(update.Chat, group, cancellationToken))
            return [GroupReply.ToCommand(update, group, texts.OnlyAdministrators)];

        var bot = await identity.GetAsync(cancellationToken);
        return
        [
            GroupReply.ToCommand(update, group, GroupTexts.Naming(texts.ForgetAsked, bot.Username!)) with // every bot has a user name
            {
                Buttons = [Button.Forget(true, texts.ForgetYes), Button.Forget(false, texts.ForgetNo) with { Beside = true }],
            },
        ];
    }

    public async Task<IReadOnlyList<OutgoingCall>> PressAsync(
        IncomingUpdate update, IncomingGroup group, ButtonPress press, bool isWanted, CancellationToken cancellationToken)
    {
        var settings = await groups.FindAsync(update.Chat) ?? new GroupSettings();
        var texts = GroupTexts.For(settings.Language, update.ClientLanguage);
        if (!await administrators.IsAdministratorAsync(update.Chat, group, cancellationToken))
            return [new AcknowledgePress(press.Id, texts.OnlyAdministrators) { Stays = true }];

        var text = isWanted ? TextOf(await groups.ForgetAsync(update.Chat), texts) : texts.ForgetKept;
        return [new AcknowledgePress(press.Id), GroupReply.InPlace(update, group, press, text)];
    }

    private static string TextOf(DeletedGroupData forgotten, GroupTexts texts) => forgotten.IsNothing
        ? $"{texts.ForgottenNothing}\n\n{texts.ForgottenElse}"
        : string.Join('\n', LinesOf(forgotten, texts));

    private static IEnumerable<string> LinesOf(DeletedGroupData forgotten, GroupTexts texts)
    {
        yield return texts.Forgotten;
        if (forgotten.Settings)
            yield return texts.ForgottenSettings;
        if (forgotten.Answers > 0)
            yield return Counted(texts.ForgottenAnswers, forgotten.Answers);
        if (forgotten.Messages > 0)
            yield return Counted(texts.ForgottenMessages, forgotten.Messages);
        if (forgotten.Waiting > 0)
            yield return Counted(texts.ForgottenWaiting, forgotten.Waiting);
        yield return $"\n{texts.ForgottenElse}";
    }

    private static string Counted(string text, long count) =>
        text.Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
