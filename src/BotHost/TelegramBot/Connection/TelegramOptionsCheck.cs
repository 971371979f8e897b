using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot.Connection;

/// <summary>Says at start which settings are off, all of them, by name; never what the secret ones hold.</summary>
internal sealed partial class TelegramOptionsCheck : IValidateOptions<TelegramOptions>
{
    // The only ports that Telegram delivers to.
    private static readonly int[] WebhookPorts = [443, 80, 88, 8443];

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TelegramOptions options)
    {
        if (!TokenForm().IsMatch(options.Token))
            yield return "Telegram:Token must be a token as BotFather gives it: digits, a colon, at least 30 letters and digits.";
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var api) || api.Scheme is not ("http" or "https"))
            yield return "Telegram:ApiBaseUrl must be an http or https address.";
        if (!options.UsesWebhook)
            yield break;
        if (!Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) || url.Scheme != "https" || !WebhookPorts.Contains(url.Port))
            yield return "Telegram:PublicUrl must be an https address on port 443, 80, 88 or 8443.";
        if (!SecretForm().IsMatch(options.WebhookSecret ?? ""))
            yield return "Telegram:WebhookSecret must be 1 to 256 of A-Z, a-z, 0-9, _ and -, as Telegram:PublicUrl is set.";
    }

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]{30,}$")]
    private static partial Regex TokenForm();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex SecretForm();
}
