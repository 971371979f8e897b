using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotHost.Benchmarks;

/// <summary>As little of the Bot API as a bot under load needs, so that the load is the bot's own.</summary>
internal sealed class LoopbackTelegram : IAsyncDisposable
{
    public const string Token = "123456789:AAbenchmark-benchmark-benchmark-12345";

    private const int LargestBatch = 100;
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);

    // One claim on record and one not, so that both ways through the matcher are walked.
    private static readonly string[] Texts =
        ["Only 20% of Ukrainians support joining NATO.", "My neighbour's cat learned to play the violin in seventeen days"];

    private readonly WebApplication _server;
    private readonly Channel<string> _updates = Channel.CreateUnbounded<string>();
    private long _last = 1000;
    private int _left;
    private TaskCompletionSource _answered = new();

    private LoopbackTelegram()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/bot{token}/{method}", AnswerAsync);
    }

    public string Address => _server.Urls.Single();

    public static async Task<LoopbackTelegram> StartAsync()
    {
        var telegram = new LoopbackTelegram();
        await telegram._server.StartAsync();
        return telegram;
    }

    /// <summary>Sends so many updates, each from a chat of its own; done when as many messages have come back.</summary>
    public Task SendAsync(int count)
    {
        _answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _left = count;
        for (var i = 0; i < count; i++)
            _updates.Writer.TryWrite(UpdateOf(++_last));
        return _answered.Task;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // Half of the posts are passed on word for word, half are in words that nobody has sent before.
    private static string TextOf(long id) => id / Texts.Length % 2 == 0 ? Texts[id % Texts.Length] : $"{Texts[id % Texts.Length]} Forwarded{id}";

    private static string UpdateOf(long id) => string.Create(CultureInfo.InvariantCulture, $$$$"""
        {"update_id":{{{{id}}}},"message":{"message_id":{{{{id}}}},"date":1790000000,"text":"{{{{TextOf(id)}}}}",
        "chat":{"id":{{{{id}}}},"type":"private","first_name":"A"},"from":{"id":{{{{id}}}},"is_bot":false,"first_name":"A","language_code":"en"}}}
        """);

    private async Task AnswerAsync(HttpContext context, string method)
    {
        var result = method switch
        {
            "getUpdates" => await UpdatesAsync(context.RequestAborted),
            "sendMessage" => await MessageAsync(context.Request),
            "getMyCommands" => "[]",
            "getMe" => """{"id":123456789,"is_bot":true,"first_name":"Bot","username":"bench_bot"}""",
            _ => "true",
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"ok":true,"result":{{result}}}""");
    }

    // Nothing is sent twice: neither bot is killed here.
    private async Task<string> UpdatesAsync(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(LongestPoll);
        try
        {
            await _updates.Reader.WaitToReadAsync(over.Token);
        }
        catch (OperationCanceledException)
        {
            return "[]";
        }

        var batch = new StringBuilder("[");
        for (var count = 0; count < LargestBatch && _updates.Reader.TryRead(out var update); count++)
            batch.Append(count == 0 ? "" : ",").Append(update);
        return batch.Append(']').ToString();
    }

    private async Task<string> MessageAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        var chat = body.RootElement.GetProperty("chat_id");
        if (Interlocked.Decrement(ref _left) == 0)
            _answered.TrySetResult();
        return $$"""{"message_id":1,"date":1790000000,"chat":{"id":{{chat}},"type":"private"},"text":"x"}""";
    }
}
