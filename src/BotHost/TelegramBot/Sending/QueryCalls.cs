namespace BotHost.TelegramBot.Sending;

/// <summary>Answers what somebody types after the bot's name. Personal answers are not shown to others who type the same.</summary>
internal sealed record AnswerInline(string Query, IReadOnlyList<QueryResult> Results, bool IsPersonal) : OutgoingCall
{
    public const string Method = "answerInlineQuery";
}

/// <summary>Answers a call from a chat that the bot is not in.</summary>
internal sealed record AnswerGuest(string Query, QueryResult Result) : OutgoingCall
{
    public const string Method = "answerGuestQuery";
}

/// <summary>A message that Telegram writes in the name of whoever picks it, or of the bot as a guest.</summary>
/// <param name="Id">At most 64 bytes, different for each result of an answer.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Description">Plain text, under the title.</param>
/// <param name="Text">The message, Telegram HTML unless it is plain.</param>
/// <param name="IsPlain">Whether the message has no markup.</param>
internal sealed record QueryResult(string Id, string Title, string Description, string Text, bool IsPlain = false)
{
    public QueryResult AsPlain() => IsPlain ? this : this with { Text = PlainText.From(Text), IsPlain = true };
}
