using BotHost.Store.Submissions;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Reading;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using Telegram.Bot.Extensions;

namespace BotHost.TelegramBot.Handling;

/// <summary>
/// Step 5: what is not on record is passed on to the maintainers, if the person says yes to the very text that would be
/// passed on; and who asks for it is told of an answer.
/// </summary>
internal sealed class SubmissionHandler(SubmissionStore passedOn)
{
    public static bool IsFor(ButtonPress press) => SubmissionButton.Read(press.Data) is not null;

    public async Task<IReadOnlyList<OutgoingCall>> HandleAsync(IncomingUpdate update, ButtonPress press)
    {
        var pressed = SubmissionButton.Read(press.Data)!; // the router has asked
        var texts = PrivateTexts.In(pressed.Language);
        var call = pressed.Step switch
        {
            SubmissionStep.Offer => Preview(update, pressed, texts),
            SubmissionStep.Yes => await PassOnAsync(update, press, pressed, texts),
            SubmissionStep.Tell => await AskToBeToldAsync(update, press, pressed, texts),
            _ => new EditText(update.Chat, press.Message, texts.NotPassedOn),
        };
        return [new AcknowledgePress(press.Id), call];
    }

    // A message of its own, as a reply to the one that was asked about: so the next press brings that one along.
    private static SendText Preview(IncomingUpdate update, SubmissionPress pressed, PrivateTexts texts) =>
        TextOf(update) is not { } text
            ? new SendText(update.Chat, update.Message?.Id, texts.NothingToPassOn)
            : new SendText(
                update.Chat,
                update.Message?.Id,
                texts.PassOnPreview.Replace("{text}", HtmlText.Escape(text.Text), StringComparison.Ordinal))
            {
                Buttons =
                [
                    SubmissionButton.Create(SubmissionStep.Yes, pressed.Language, texts.PassOnYes, text.Mark),
                    SubmissionButton.Create(SubmissionStep.No, pressed.Language, texts.PassOnNo) with { Beside = true },
                ],
            };

    private async Task<OutgoingCall> PassOnAsync(IncomingUpdate update, ButtonPress press, SubmissionPress pressed, PrivateTexts texts)
    {
        // Where the message was edited meanwhile, yes was said to another text.
        if (TextOf(update) is not { } text || text.Mark != pressed.Detail)
            return new EditText(update.Chat, press.Message, texts.NothingToPassOn);

        var number = await passedOn.AddAsync(text);
        return new EditText(update.Chat, press.Message, texts.PassedOn)
        {
            Buttons = [SubmissionButton.Create(SubmissionStep.Tell, pressed.Language, texts.TellMe, $"{number}")],
        };
    }

    private async Task<OutgoingCall> AskToBeToldAsync(IncomingUpdate update, ButtonPress press, SubmissionPress pressed, PrivateTexts texts)
    {
        var isNoted = long.TryParse(pressed.Detail, out var number)
            && await passedOn.RequestFollowUpAsync(number, update.Chat, pressed.Language);
        return new EditText(update.Chat, press.Message, isNoted ? texts.WillTell : texts.NothingToPassOn);
    }

    private static SubmissionText? TextOf(IncomingUpdate update) => SubmissionText.Of(QuestionReader.From(update, null));
}
