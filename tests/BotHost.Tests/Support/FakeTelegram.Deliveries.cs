using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotHost.Tests.Support;

/// <summary>A message that the bot sent and that was taken.</summary>
/// <param name="Chat">The chat it is in.</param>
/// <param name="ReplyTo">The message that it answers.</param>
/// <param name="Token">The token that the bot had then.</param>
public sealed record Delivery(long Chat, int? ReplyTo, string Token);

/// <summary>Which answers reached the bot, and which were lost on the way.</summary>
public sealed partial class FakeTelegram
{
    private readonly ConcurrentQueue<Delivery> _deliveries = new();
    private readonly ConcurrentDictionary<string, int> _answersToLose = new();

    /// <summary>Every message of the bot that was taken, in the order in which they were taken.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    /// <summary>How long the way of an answer to the bot is; null: no time at all.</summary>
    public Func<TimeSpan>? AnswerDelay { get; set; }

    /// <summary>The next so many requests of this method are carried out, but the bot is never told.</summary>
    public void LoseAnswers(string method, int count) => _answersToLose[method] = count;

    private async Task WriteResultAsync(
        HttpContext context, string token, string method, JsonObject parameters, JsonNode? result, CancellationToken cancellationToken)
    {
        var isDelivery = method == "sendMessage";
        if (isDelivery)
            _deliveries.Enqueue(new((long)parameters["chat_id"]!, (int?)parameters["reply_parameters"]?["message_id"], token));
        if (IsToBeLost(method))
        {
            context.Abort();
            return;
        }

        if (isDelivery && AnswerDelay is { } delay)
            await Task.Delay(delay(), cancellationToken);
        await context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = true, ["result"] = result }, cancellationToken);
    }

    private bool IsToBeLost(string method)
    {
        var left = _answersToLose.AddOrUpdate(method, -1, static (_, count) => count - 1);
        return left >= 0;
    }
}
