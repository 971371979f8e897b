using FactChecking;

namespace BotHost;

/// <summary>What the hosted program is made of.</summary>
internal static class Host
{
    public static WebApplication Create(Dictionary<string, string?> settings, string? urls)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        if (urls is not null)
            builder.WebHost.UseUrls(urls);
        builder.Services.AddFactChecking(builder.Configuration);
        return builder.Build();
    }
}
