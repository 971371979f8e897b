using BotHost.TelegramBot.Connection;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace BotHost.TelegramBot.Sending;

/// <summary>Shows "typing" in a chat while an answer is being worked on.</summary>
internal sealed class TypingIndicator(ITelegramBotClient client, TelegramConnection connection, TimeProvider clock)
{
    // An answer that comes at once needs no sign, and one that arrived after the answer would stand there for seconds.
    private static readonly TimeSpan BeforeFirst = TimeSpan.FromMilliseconds(300);

    // Telegram takes the sign away after five seconds.
    private static readonly TimeSpan BetweenTwo = TimeSpan.FromSeconds(4);

    public async Task<T> WhileAsync<T>(long chat, Func<Task<T>> work)
    {
        var working = work();
        if (working.IsCompleted)
            return await working;

        using var done = new CancellationTokenSource();
        var showing = ShowAsync(chat, done.Token);
        try
        {
            return await working;
        }
        finally
        {
            await done.CancelAsync();
            await showing;
        }
    }

    private async Task ShowAsync(long chat, CancellationToken cancellationToken)
    {
        try
        {
            for (var wait = BeforeFirst; ; wait = BetweenTwo)
            {
                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (cancellationToken.IsCancellationRequested)
                    return;
                await connection.WithinLimitAsync(
                    either => client.SendChatAction(chat, ChatAction.Typing, cancellationToken: either), cancellationToken);
            }
        }
        // A sign of courtesy: that it cannot be shown must not cost the answer.
        catch (Exception)
        {
        }
    }
}
