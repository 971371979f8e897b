using BotHost.Store.Updates;

namespace BotHost.Store.Intake;

/// <summary>
/// Messages that were forwarded together, or an album, are one question. Telegram sends them one by one, with no count and
/// no end mark, so what may be part of one waits a little for the next.
/// </summary>
internal static class AlbumGrouping
{
    /// <summary>How long a message waits for the next. Telegram delivers an album within a second, as a rule.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1.5);

    /// <summary>How long the first one waits at most, however many follow.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>How long after an album was answered a picture of it may still come.</summary>
    public static readonly TimeSpan LateAtMost = TimeSpan.FromMinutes(1);

    /// <summary>Several updates as one: the first, with the words and links of all.</summary>
    public static IncomingUpdate Join(IReadOnlyList<IncomingUpdate> updates)
    {
        var messages = updates.Select(update => update.Message).OfType<IncomingMessage>().ToList();
        // The reply goes to the message that says something: in an album only one has words.
        var answered = messages.Find(message => message.Text.Length > 0) ?? messages[0];
        return updates[0] with
        {
            Message = answered with
            {
                Text = string.Join("\n\n", messages.Select(message => message.Text).Where(text => text.Length > 0).Distinct()),
                Links = [.. messages.SelectMany(message => message.Links).Distinct()],
                ForwardedFrom = messages.Select(message => message.ForwardedFrom).FirstOrDefault(origin => origin is not null),
                Content = messages.Exists(message => message.Content == ContentKind.Media) ? ContentKind.Media : answered.Content,
            },
        };
    }
}
