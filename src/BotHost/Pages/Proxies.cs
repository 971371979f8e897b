using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace BotHost.Pages;

internal static class Proxies
{
    /// <summary>Takes from the proxies that are known, and from nobody else, who asks and whether that was by https.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.All.ToList();
        if (known.Count == 0)
            return;
        // As many proxies in a row as are known; the first address that is none of them is who asks.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in known)
        {
            if (IPAddress.TryParse(address, out var proxy))
                options.KnownProxies.Add(proxy);
            else
                options.KnownIPNetworks.Add(IPNetwork.Parse(address));
        }
        app.UseForwardedHeaders(options);
    }
}
