using Telegram.Bot;
using Telegram.Bot.Polling;
using Telegram.Bot.Types;

namespace BotHost.Benchmarks;

/// <summary>The least that a bot can do, written as the client library's own examples are: it keeps nothing.</summary>
internal static class EchoBot
{
    public static Task RunAsync(string address, CancellationToken cancellationToken) =>
        new TelegramBotClient(new TelegramBotClientOptions(LoopbackTelegram.Token, address))
            .ReceiveAsync(EchoAsync, IgnoreAsync, new ReceiverOptions(), cancellationToken);

    private static async Task EchoAsync(ITelegramBotClient bot, Update update, CancellationToken cancellationToken)
    {
        if (update.Message is { Text: { } text } message)
            await bot.SendMessage(message.Chat, text, cancellationToken: cancellationToken);
    }

    private static Task IgnoreAsync(ITelegramBotClient bot, Exception exception, CancellationToken cancellationToken) => Task.CompletedTask;
}
