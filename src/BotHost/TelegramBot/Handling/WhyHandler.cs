using System.Globalization;
using BotHost.Store.Chats;
using BotHost.Store.Outgoing;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Answers;
using Telegram.Bot.Extensions;

namespace BotHost.TelegramBot.Handling;

/// <summary>Step 5: /why says in plain words why the last message was taken for the claim that it was answered with.</summary>
internal sealed class WhyHandler(AnswerStore answers, ClaimDetails details, ChatStore chats)
{
    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var last = await answers.FindLastAsync(update.Chat);
        var texts = last is null ? PrivateTexts.For(chats.FindLanguage(update.Chat), update.ClientLanguage) : PrivateTexts.In(last.Language);
        return [new SendText(update.Chat, update.Message?.Id, TextOf(last, texts))];
    }

    private string TextOf(SentAnswer? last, PrivateTexts texts)
    {
        if (last is null)
            return texts.WhyNothing;
        if (last.Claim is null)
            return texts.WhyNoClaim;
        if (details.FindClaimText(last.Claim, last.Language) is not { } claim)
            return texts.WhyNothing;
        return MatchReasons.Read(last.Reasons) is { } reasons
            ? string.Join('\n', LinesOf(reasons, claim, texts))
            : Filled(texts.WhyPicked, "claim", claim);
    }

    private static IEnumerable<string> LinesOf(MatchReasons reasons, string claim, PrivateTexts texts)
    {
        yield return Filled(texts.WhyClaim, "claim", claim);
        yield return Filled(texts.WhyWording, "wording", reasons.Wording);
        yield return reasons.Words.Count == 0 ? texts.WhyNoWords : Filled(texts.WhyWords, "words", string.Join(texts.Comma, reasons.Words));
        if (reasons.NumbersAgree)
            yield return texts.WhyNumbers;
        yield return Filled(Filled(texts.WhySure, "percent", reasons.Percent.ToString(CultureInfo.InvariantCulture)), "button", texts.WrongMatch);
    }

    private static string Filled(string text, string name, string value) =>
        text.Replace($"{{{name}}}", HtmlText.Escape(value), StringComparison.Ordinal);
}
