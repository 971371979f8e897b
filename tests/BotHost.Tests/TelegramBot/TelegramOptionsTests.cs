using BotHost.TelegramBot.Connection;

namespace BotHost.Tests.TelegramBot;

public class TelegramOptionsTests
{
    private const string Token = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

    [Fact]
    public void Every_fault_is_named_and_no_secret_is_told()
    {
        var result = new TelegramOptionsCheck().Validate(null, new TelegramOptions
        {
            Token = "not-a-token",
            ApiBaseUrl = "telegram",
            PublicUrl = "http://bot.example.org",
            WebhookSecret = "has spaces",
        });

        Assert.Equal(4, result.Failures!.Count());
        Assert.All(
            ["Telegram:Token", "Telegram:ApiBaseUrl", "Telegram:PublicUrl", "Telegram:WebhookSecret"],
            name => Assert.Contains(result.Failures!, failure => failure.StartsWith(name, StringComparison.Ordinal)));
        Assert.DoesNotContain("not-a-token", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("has spaces", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_alone_will_do() =>
        Assert.True(new TelegramOptionsCheck().Validate(null, new TelegramOptions { Token = Token }).Succeeded);

    [Fact]
    public void A_webhook_needs_a_secret()
    {
        var options = new TelegramOptions { Token = Token, PublicUrl = "https://bot.example.org:8443/bot" };

        Assert.Contains("Telegram:WebhookSecret", new TelegramOptionsCheck().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }
}
