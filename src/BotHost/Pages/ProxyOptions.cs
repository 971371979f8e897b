using System.ComponentModel.DataAnnotations;
using System.Net;

namespace BotHost.Pages;

/// <summary>The proxies in front of this program.</summary>
public sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Proxy";

    /// <summary>
    /// Their addresses or networks (10.0.0.0/8), separated by spaces. Only they are believed who asks and that it came by https;
    /// empty: nobody is.
    /// </summary>
    public string Addresses { get; set; } = "";

    internal IEnumerable<string> All => Addresses.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var address in All.Where(address => !IPAddress.TryParse(address, out _) && !IPNetwork.TryParse(address, out _)))
            yield return new ValidationResult($"Proxy:Addresses: {address} is no address and no network such as 10.0.0.0/8.");
    }
}
