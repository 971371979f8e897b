using System.Net;
using System.Text.Json.Nodes;
using BotHost.TelegramBot.Receiving;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Receiving;

public class WebhookEndpointTests : BotTest
{
    private const string Address = BotApplication.PublicUrl + WebhookEndpoint.Path;

    [Theory]
    [InlineData("another-secret")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Without_the_secret_there_is_nothing_here(string? secret)
    {
        await StartBotAsync(webhook: true);

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(secret, Update(1)));
        Assert.Equal(0, BotApplication.Count(Folder, "inbox"));
    }

    [Fact]
    public async Task Without_a_public_address_there_is_nothing_here()
    {
        await StartBotAsync(webhook: false);

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("", Update(1)));
    }

    [Fact]
    public async Task An_update_without_an_id_is_refused()
    {
        await StartBotAsync(webhook: true);
        var update = Update(0);
        update.Remove("update_id");

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(BotApplication.WebhookSecret, update));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(BotApplication.WebhookSecret, Update(0)));
    }

    [Fact]
    public async Task A_body_of_more_than_a_mebibyte_is_refused()
    {
        await StartBotAsync(webhook: true);
        var update = Update(1);
        update["padding"] = new string('x', 1024 * 1024);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(BotApplication.WebhookSecret, update));
    }

    [Fact]
    public async Task An_update_that_cannot_be_stored_is_asked_for_again()
    {
        await StartBotAsync(webhook: true);
        BotApplication.Execute(Folder, "create trigger fail before insert on inbox begin select raise(abort, 'no'); end");
        await Telegram.SendTextAsync(Chat, Sample.Known);
        await Eventually.TrueAsync(() => Telegram.Webhook.Answers.Contains(503), "the delivery was turned away");

        BotApplication.Execute(Folder, "drop trigger fail");

        await Telegram.NextReplyAsync(Chat);
    }

    [Fact]
    public async Task Telegram_is_told_the_address_the_secret_and_what_to_send()
    {
        await StartBotAsync(webhook: true);

        await Telegram.CalledAsync("setWebhook");

        var call = Telegram.Calls.Single(call => call.Method == "setWebhook").Parameters;
        Assert.Equal(Address, (string?)call["url"]);
        Assert.DoesNotContain(Telegram.Token, Address, StringComparison.Ordinal);
        Assert.Equal(BotApplication.WebhookSecret, (string?)call["secret_token"]);
        Assert.NotEqual(true, (bool?)call["drop_pending_updates"]);
        Assert.Equal(
            ["message", "edited_message", "callback_query", "my_chat_member", "inline_query", "guest_message"],
            call["allowed_updates"]!.AsArray().Select(kind => (string?)kind));
    }

    private JsonObject Update(long id) => new()
    {
        ["update_id"] = id,
        ["message"] = Telegram.MessageOf(Chat, new() { ["text"] = Sample.Known }),
    };

    private async Task<HttpStatusCode> PostAsync(string? secret, JsonObject update)
    {
        using var request = WebhookDelivery.Request(Address, secret, update);
        using var response = await Telegram.Webhook.Client!.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
