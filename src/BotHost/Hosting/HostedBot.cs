using BotHost.Api;
using BotHost.Knowledge;
using BotHost.Maintenance;
using BotHost.Operations;
using BotHost.Pages;
using BotHost.SignIn;
using BotHost.Store;
using BotHost.TelegramBot;
using BotHost.TelegramBot.Connection;
using BotHost.TelegramBot.Receiving;
using BotHost.Uploads;
using FactChecking;
using FactChecking.Curation;

namespace BotHost.Hosting;

/// <summary>What the hosted program is made of.</summary>
internal static class HostedBot
{
    /// <summary>Puts the program together.</summary>
    /// <param name="settings">Settings that override the configured ones.</param>
    /// <param name="urls">Addresses to listen on instead of the configured ones.</param>
    /// <param name="change">A last change before everything is built, for the tests.</param>
    public static WebApplication Create(
        Dictionary<string, string?> settings, string? urls, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(DefaultSettings.Options);
        builder.AddDefaults();
        builder.Configuration.AddInMemoryCollection(settings);
        FormerSettings.Apply(builder.Configuration);
        if (urls is not null)
            builder.WebHost.UseUrls(urls);
        builder.Services.AddFactChecking(builder.Configuration);
        builder.Services.AddKnowledge();
        builder.Services.AddBotStore(builder.Configuration);
        builder.Services.AddCuration(builder.Configuration);
        builder.Services.AddHostedService<RetentionWorker>();
        builder.Services.AddHostedService<BackupWorker>();
        builder.Services.AddOperations(builder.Configuration);
        builder.Services.AddPages(builder.Configuration);
        builder.Services.AddUploads();
        builder.Services.AddApi(builder.Configuration);
        builder.Services.AddSignIn(builder.Configuration);
        var hasToken = !string.IsNullOrWhiteSpace(builder.Configuration[$"{TelegramOptions.Section}:{nameof(TelegramOptions.Token)}"]);
        if (hasToken)
            builder.Services.AddTelegramBot(builder.Configuration);
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapPages();
        app.MapApi();
        app.MapHealth();
        if (hasToken)
            app.MapTelegramWebhook();
        app.LogAddresses(hasToken);
        app.LogFirstMaintainerLink();
        return app;
    }
}
