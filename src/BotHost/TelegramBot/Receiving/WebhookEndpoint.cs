using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotHost.Logging;
using BotHost.TelegramBot.Connection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot.Receiving;

/// <summary>Where Telegram delivers updates when a public address is set. It is told 200 once an update is on the disk.</summary>
public static class WebhookEndpoint
{
    public const string Path = "/telegram/webhook";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private const int LargestBody = 1024 * 1024;

    public static IEndpointRouteBuilder MapTelegramWebhook(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Path, AcceptAsync);
        return endpoints;
    }

    private static async Task<Results<Ok, NotFound, BadRequest, StatusCodeHttpResult>> AcceptAsync(
        HttpRequest request,
        IOptions<TelegramOptions> options,
        UpdateAcceptance acceptance,
        ILogger<UpdateAcceptance> logger)
    {
        if (!options.Value.UsesWebhook || !IsFromTelegram(request, options.Value.WebhookSecret!)) // checked at start
            return TypedResults.NotFound();

        if (await ReadBodyAsync(request) is not { } body)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);

        JsonElement update;
        try
        {
            update = JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }

        if (UpdateReader.ReadId(update) == 0)
            return TypedResults.BadRequest();

        try
        {
            await acceptance.AcceptAsync([update]);
            return TypedResults.Ok();
        }
        // Whatever keeps the update from the disk: Telegram has it still and sends it again.
        catch (Exception exception)
        {
            BotHostLog.UpdateNotStored(logger, UpdateReader.ReadId(update), exception.GetType().Name);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static bool IsFromTelegram(HttpRequest request, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString()), Encoding.UTF8.GetBytes(secret));

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpRequest request)
    {
        var buffer = new byte[16 * 1024];
        using var body = new MemoryStream();
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
