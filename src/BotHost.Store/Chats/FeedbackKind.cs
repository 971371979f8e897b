namespace BotHost.Store.Chats;

/// <summary>What a person says of an answer.</summary>
public enum FeedbackKind
{
    Helpful,

    /// <summary>The right claim, but the answer is of no use.</summary>
    NotHelpful,

    /// <summary>The answer is about another claim than the message.</summary>
    WrongMatch,
}
