namespace BotHost.Store.Groups;

/// <summary>What was held of a group and is deleted now.</summary>
/// <param name="Settings">What its administrators had set, and how the bot stood there.</param>
/// <param name="Answers">Claims that it was answered on, with the time.</param>
/// <param name="Messages">The bot's messages that were remembered, to correct them.</param>
/// <param name="Waiting">Replies that were still to be sent.</param>
public sealed record DeletedGroupData(bool Settings, long Answers, long Messages, long Waiting)
{
    public bool IsNothing => !Settings && Answers + Messages + Waiting == 0;
}
