using System.Globalization;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Groups;
using FactChecking.Intake;

namespace BotHost.TelegramBot.Groups;

/// <summary>
/// Step 5: /forget of an administrator deletes all that is held of the group, and says what that was. From then on the bot
/// knows no more of it than when it came.
/// </summary>
internal sealed class GroupForgetHandler(GroupStore groups, AdministratorCheck administrators, TimeProvider clock)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, IncomingGroup group, CancellationToken cancellationToken)
    {
        var settings = await groups.FindAsync(update.Chat) ?? new GroupSettings();
        var texts = GroupTexts.For(settings.Language, update.ClientLanguage);
        var text = await administrators.IsAdministratorAsync(update.Chat, group, cancellationToken)
            ? TextOf(await groups.ForgetAsync(update.Chat), texts)
            : texts.OnlyAdministrators;
        return settings.MayWriteAt(clock.GetUtcNow()) ? [GroupReply.ToCommand(update, group, text)] : [];
    }

    private static string TextOf(ForgottenGroup forgotten, GroupTexts texts) => forgotten.IsNothing
        ? $"{texts.ForgottenNothing}\n\n{texts.ForgottenElse}"
        : string.Join('\n', LinesOf(forgotten, texts));

    private static IEnumerable<string> LinesOf(ForgottenGroup forgotten, GroupTexts texts)
    {
        yield return texts.Forgotten;
        if (forgotten.Settings)
            yield return texts.ForgottenSettings;
        if (forgotten.Answers > 0)
            yield return Counted(texts.ForgottenAnswers, forgotten.Answers);
        if (forgotten.Waiting > 0)
            yield return Counted(texts.ForgottenWaiting, forgotten.Waiting);
        yield return $"\n{texts.ForgottenElse}";
    }

    private static string Counted(string text, long count) =>
        text.Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
