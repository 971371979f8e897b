using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Support;

/// <summary>
/// The Bot API on loopback, for one bot: it keeps updates, chats and messages as Telegram's open server does, refuses what
/// that refuses, and can be told to fail. What it is asked is checked against the specification.
/// </summary>
public sealed partial class FakeTelegram : IAsyncDisposable
{
    /// <summary>How long a test waits for something before it says that it did not happen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _faults = new();
    private readonly ConcurrentDictionary<long, Channel<BotMessage>> _replies = new();
    private readonly ConcurrentQueue<ApiCall> _calls = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _refusals = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FastClock _clock;
    private readonly WebApplication _server;

    private FakeTelegram(FastClock clock)
    {
        _clock = clock;
        Webhook = new WebhookDelivery(Pending, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Map("/bot{token}/{method}", AnswerAsync);
    }

    /// <summary>Another one for each, so that a test that looks for it finds its own only.</summary>
    public string Token { get; private set; } = NewToken();

    public string Address => _server.Urls.Single();

    public PendingUpdates Pending { get; } = new();

    public WebhookDelivery Webhook { get; }

    /// <summary>Every request but the asking for updates, oldest first.</summary>
    public IReadOnlyList<ApiCall> Calls => [.. _calls];

    /// <summary>What was refused, in Telegram's words; scripted faults apart.</summary>
    public IReadOnlyList<string> Refusals => [.. _refusals];

    public static async Task<FakeTelegram> StartAsync(FastClock clock)
    {
        var telegram = new FakeTelegram(clock);
        await telegram._server.StartAsync();
        return telegram;
    }

    /// <summary>Gives the bot another token. Its old one is not taken any more.</summary>
    public void RenewToken() => Token = NewToken();

    /// <summary>The next requests of this method fail like this, one after the other.</summary>
    public void FailNext(string method, params Fault[] faults)
    {
        foreach (var fault in faults)
            _faults.GetOrAdd(method, _ => new()).Enqueue(fault);
    }

    /// <summary>What the bot writes or rewrites next in this chat.</summary>
    public async Task<BotMessage> NextReplyAsync(FakeChat chat)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await RepliesOf(chat.Id).Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(
                $"The bot did not reply. It called: {string.Join(", ", Calls.Select(call => call.Method))}. {string.Join(' ', Refusals)}");
        }
    }

    public bool HasReply(FakeChat chat) => RepliesOf(chat.Id).Reader.TryPeek(out _);

    /// <summary>Waits until the bot has made this many requests of this method, failed ones included.</summary>
    public Task CalledAsync(string method, int times = 1) =>
        Eventually.TrueAsync(() => Calls.Count(call => call.Method == method) >= times, $"{method} was to be called {times} times");

    /// <summary>Fails the test when the bot asked for something that the specification does not have.</summary>
    public void AssertNoViolations() => Assert.Empty(_violations);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _server.StopAsync(hurry.Token);
        await _server.DisposeAsync();
        AssertNoViolations();
    }

    public static async Task WriteErrorAsync(
        HttpContext context, int code, string description, JsonObject? parameters, CancellationToken cancellationToken)
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameters is not null)
            answer["parameters"] = parameters.DeepClone();
        context.Response.StatusCode = code;
        await context.Response.WriteAsJsonAsync(answer, cancellationToken);
    }

    private static string NewToken() => $"123456789:AA{Guid.NewGuid():N}x";

    private async Task AnswerAsync(HttpContext context, string token, string method)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop.Token);
        try
        {
            var parameters = await ReadAsync(context.Request, over.Token);
            if (method != "getUpdates")
                _calls.Enqueue(new ApiCall(method, parameters));
            if (_faults.TryGetValue(method, out var faults) && faults.TryDequeue(out var fault))
            {
                await fault.AnswerAsync(context, over.Token);
                return;
            }

            if (token != Token)
                throw new RefusedException(401, "Unauthorized");
            Check(method, parameters);
            var result = await CallAsync(method, parameters, over.Token);
            await WriteResultAsync(context, token, method, parameters, result, over.Token);
        }
        catch (RefusedException refused)
        {
            _refusals.Enqueue(refused.Message);
            await WriteErrorAsync(context, refused.Code, refused.Message, refused.Parameters ?? RetryOf(refused), over.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static JsonObject? RetryOf(RefusedException refused) => refused.RetryAfter is { } seconds ? new() { ["retry_after"] = seconds } : null;

    private void Check(string method, JsonObject parameters)
    {
        var faults = BotApiSpec.Instance?.Faults(method, parameters).ToList() ?? [];
        if (faults.Count == 0)
            return;
        foreach (var fault in faults)
            _violations.Enqueue(fault);
        throw new RefusedException(400, "Bad Request: " + faults[0]);
    }

    private async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
            return await ReadFormAsync(request, cancellationToken);

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken);
        return body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject();
    }

    private Channel<BotMessage> RepliesOf(long chat) => _replies.GetOrAdd(chat, _ => Channel.CreateUnbounded<BotMessage>());

    private async Task<JsonNode?> CallAsync(string method, JsonObject parameters, CancellationToken cancellationToken) => method switch
    {
        "getMe" => Me(),
        "getUpdates" => await GetUpdatesAsync(parameters, cancellationToken),
        "setWebhook" => SetWebhook(parameters),
        "deleteWebhook" => DeleteWebhook(parameters),
        "getWebhookInfo" => new JsonObject
        {
            ["url"] = _webhookUrl ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = Pending.Count,
        },
        "setMyCommands" => SetCommands(parameters),
        "getMyCommands" => GetCommands(parameters),
        "setMyDescription" => SetDescription(parameters, "description", 512),
        "getMyDescription" => GetDescription(parameters, "description"),
        "setMyShortDescription" => SetDescription(parameters, "short_description", 120),
        "getMyShortDescription" => GetDescription(parameters, "short_description"),
        "sendMessage" => SendMessage(parameters),
        "sendPhoto" => SendPhoto(parameters),
        "editMessageText" => EditMessage(parameters, withText: true),
        "editMessageReplyMarkup" => EditMessage(parameters, withText: false),
        "deleteMessage" => DeleteMessage(parameters),
        "answerCallbackQuery" => AnswerPress(parameters),
        "getChatMember" => GetChatMember(parameters),
        "editEphemeralMessageText" => EditForOne(parameters),
        "answerInlineQuery" => AnswerInlineQuery(parameters),
        "answerGuestQuery" => AnswerGuestQuery(parameters),
        "sendChatAction" => SendChatAction(parameters),
        _ => throw new RefusedException(404, "Not Found"),
    };

    private JsonObject Me() => new()
    {
        ["id"] = long.Parse(Token.Split(':')[0]),
        ["is_bot"] = true,
        ["first_name"] = "Fact-check bot",
        ["username"] = "fact_check_test_bot",
        ["can_join_groups"] = true,
        ["can_read_all_group_messages"] = IsPrivacyModeOff,
    };

    private static int IntOf(JsonObject parameters, string name, int otherwise) => (int?)parameters[name] ?? otherwise;
}
