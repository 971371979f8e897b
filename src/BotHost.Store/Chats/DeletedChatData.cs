namespace BotHost.Store.Chats;

/// <summary>What was held of a chat and is deleted now.</summary>
/// <param name="Language">A chosen language.</param>
/// <param name="Answers">Answers that were remembered.</param>
/// <param name="ToBeTold">Texts of which the chat asked to be told.</param>
/// <param name="Waiting">Replies that were still to be sent.</param>
public sealed record DeletedChatData(bool Language, long Answers, long ToBeTold, long Waiting)
{
    public bool IsNothing => !Language && Answers + ToBeTold + Waiting == 0;
}
