using BotHost.Store.Groups;
using BotHost.Store.Statistics;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Receiving;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking;
using FactChecking.Answers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;

namespace BotHost.TelegramBot.Groups;

/// <summary>Step 5: somebody in a group asks about a message, with /check or by mentioning the bot, or how to ask.</summary>
internal sealed class GroupCheckHandler(
    FactChecker checker, GroupStore groups, GroupAnswerStore answers, BotIdentity identity, TimeProvider clock)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(
        IncomingUpdate update, IncomingGroup group, CancellationToken cancellationToken)
    {
        var settings = await SettingsOfAsync(update.Chat);
        if (!MayAnswer(settings))
            return [];

        var hasWords = !string.IsNullOrWhiteSpace(update.Message?.Text) || update.Message is { Links.Count: > 0 } or { ForwardedFrom: not null };
        var isNothingAsked = group.Quote is null && !hasWords && update.Message?.Id == group.Asking;
        if (isNothingAsked)
            return group.Event == GroupEvent.Mention && !group.IsOutOfSight ? [] : await ExplainAsync(update, group, settings, cancellationToken);

        var answer = await AnswerAsync(update, group, settings, cancellationToken);
        var reply = Noted(group, Addressed(update, group, settings, TextOf(update, answer), ButtonsOf(answer)), answer);
        // What all have just read is not said again unasked.
        if (reply.OnlyFor is null && answer.Decision == Decision.Answer)
            await answers.TryTakeAsync(update.Chat, ClaimKey.Of(answer.Claims[0]), TimeSpan.Zero, update.Id);
        return [reply with { Counted = CountedAnswer.Of(AnswerPlace.Group, answer) }];
    }

    /// <summary>/help, /about and /privacy.</summary>
    public async Task<IReadOnlyList<OutgoingCall>> TellAsync(
        IncomingUpdate update, IncomingGroup group, CancellationToken cancellationToken)
    {
        var settings = await SettingsOfAsync(update.Chat);
        if (!MayAnswer(settings))
            return [];
        var texts = GroupTexts.For(settings.Language, update.ClientLanguage);
        var text = group.Command switch
        {
            Command.Privacy => texts.Privacy,
            Command.About => BotTexts.For(settings.Language, update.ClientLanguage).About,
            _ => texts.Help,
        };
        return [Addressed(update, group, settings, await NamingAsync(text, cancellationToken))];
    }

    /// <summary>More was asked than a chat or a person may ask.</summary>
    public async Task<IReadOnlyList<OutgoingCall>> RefuseAsync(IncomingUpdate update, IncomingGroup group)
    {
        if (update.Press is { } press)
            return [new AcknowledgePress(press.Id)];
        var settings = await SettingsOfAsync(update.Chat);
        return MayAnswer(settings)
            ? [Addressed(update, group, settings, BotTexts.For(settings.Language, update.ClientLanguage).TooMany)]
            : [];
    }

    /// <summary>A press on one of the claims that were offered, or on "none of these".</summary>
    public async Task<IReadOnlyList<OutgoingCall>> PickAsync(
        IncomingUpdate update, IncomingGroup group, ButtonPress press, CancellationToken cancellationToken)
    {
        var settings = await SettingsOfAsync(update.Chat);
        var question = QuestionReader.From(update, settings.Language);
        var answer = Button.IsNoneOfThese(press.Data) ? await checker.AnswerNoneOfTheseAsync(question, cancellationToken)
            : Button.PickedKey(press.Data) is { } key ? await checker.AnswerPickedAsync(question, key, cancellationToken)
            : null;
        var text = answer?.Text ?? BotTexts.For(settings.Language, update.ClientLanguage).ChoiceGone;
        var call = GroupReply.InPlace(update, group, press, text);
        var note = call is EditText && answer is not null ? GroupReply.NoteOf(update.Chat, group.Topic, answer) : null;
        return
        [
            new AcknowledgePress(press.Id),
            call with
            {
                Note = note is null ? null : note with { Message = press.Message },
                Counted = answer is null ? null : CountedAnswer.ToPress(AnswerPlace.Group, answer),
            },
        ];
    }

    // What is quoted is what is meant; the whole message only when nothing is found for that.
    private async Task<Answer> AnswerAsync(
        IncomingUpdate update, IncomingGroup group, GroupSettings settings, CancellationToken cancellationToken)
    {
        var whole = QuestionReader.From(update, settings.Language);
        if (group.Quote is null)
            return await checker.CheckAsync(whole, cancellationToken);

        var quoted = await checker.CheckAsync(
            new Question(group.Quote) { ReplyLanguage = whole.ReplyLanguage, LanguageHint = whole.LanguageHint }, cancellationToken);
        return quoted.Decision is Decision.Answer or Decision.Ask || whole.Text.Length == 0
            ? quoted
            : await checker.CheckAsync(whole, cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingCall>> ExplainAsync(
        IncomingUpdate update, IncomingGroup group, GroupSettings settings, CancellationToken cancellationToken)
    {
        var texts = GroupTexts.For(settings.Language, update.ClientLanguage);
        return [Addressed(update, group, settings, await NamingAsync(group.IsOutOfSight ? texts.OutOfSight : texts.HowToCheck, cancellationToken))];
    }

    // Who asked so that nobody else saw it is answered likewise, at the worst in the private chat, never in the group. Who
    // asked openly is answered where only this person sees it if the bot may do that, which administrators may; else openly.
    private SendText Addressed(IncomingUpdate update, IncomingGroup group, GroupSettings settings, string text, IReadOnlyList<Button>? buttons = null)
    {
        var open = new SendText(update.Chat, update.Message?.Id ?? group.Asking, text)
        {
            Topic = group.Topic,
            IsSilent = settings.IsQuietAt(clock.GetUtcNow()),
            Buttons = buttons ?? [],
        };
        if (group.Asker is not { } asker)
            return open;
        var closed = open with { ReplyTo = null, OnlyFor = new EphemeralTarget(asker, group.EphemeralCommand) };
        return group.EphemeralCommand is not null ? closed with { Otherwise = new SendText(asker, null, text) { Buttons = open.Buttons } }
            : settings.Standing == GroupStanding.Administrator ? closed with { Otherwise = open }
            : open;
    }

    // What only the asker sees cannot be answered later: Telegram gives it no number, and it is gone when the app restarts.
    private static SendText Noted(IncomingGroup group, SendText reply, Answer answer) => reply switch
    {
        { OnlyFor: null } => reply with { Note = GroupReply.NoteOf(reply.Chat, group.Topic, answer) },
        { Otherwise: { Chat: var chat, Topic: var topic } } => reply with { OtherwiseNote = GroupReply.NoteOf(chat, topic, answer) },
        _ => reply,
    };

    private static string TextOf(IncomingUpdate update, Answer answer) =>
        update.Message?.Content == ContentKind.Media && answer.Decision != Decision.NothingToCheck
            ? $"{answer.Text}\n\n{BotTexts.In(answer.Language).MediaNotRead}"
            : answer.Text;

    private static IReadOnlyList<Button> ButtonsOf(Answer answer) => answer.Decision != Decision.Ask
        ? []
        :
        [
            .. answer.Candidates.Select(candidate => Button.Pick(candidate.Key, candidate.Label)),
            Button.NoneOfThese(BotTexts.In(answer.Language).NoneOfThese),
        ];

    private async Task<string> NamingAsync(string text, CancellationToken cancellationToken) =>
        GroupTexts.Naming(text, (await identity.GetAsync(cancellationToken)).Username!); // every bot has a user name

    private bool MayAnswer(GroupSettings settings) => settings.Mode != GroupMode.Silent && settings.MayWriteAt(clock.GetUtcNow());

    private async Task<GroupSettings> SettingsOfAsync(long chat) => await groups.FindAsync(chat) ?? new GroupSettings();
}
