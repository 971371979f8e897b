using Microsoft.Extensions.Configuration.Memory;

namespace BotHost.Hosting;

/// <summary>What holds where the settings say nothing.</summary>
internal static class DefaultSettings
{
    /// <summary>Where the pages are when nothing else is set.</summary>
    public const string Address = "http://localhost:5080";

    // The settings that make the server choose its addresses itself.
    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>The pages and their files are found from any folder, and also when a test is the program that runs.</summary>
    public static WebApplicationOptions Options => new()
    {
        ApplicationName = typeof(DefaultSettings).Assembly.GetName().Name,
        WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
    };

    public static void AddDefaults(this WebApplicationBuilder builder)
    {
        // First, so that every other source of settings overrides it.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
                // It warns that its keys are not encrypted on the disk. They seal forms and cookies; a cookie alone opens no session.
                ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = nameof(LogLevel.Error),
                // What stops the start is said once, without a stack trace, where the program ends.
                ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = nameof(LogLevel.Critical),
            },
        });

        // Before it is published, the program reads wwwroot where its source is.
        builder.WebHost.UseStaticWebAssets();
        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(Address);
    }

    private static bool HasAddress(IConfiguration configuration) =>
        AddressSettings.Any(setting => !string.IsNullOrEmpty(configuration[setting])) || configuration.GetSection("Kestrel:Endpoints").Exists();
}
