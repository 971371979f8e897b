using System.Text.Json;
using BotHost.Limits;
using BotHost.Operations;
using BotHost.Pages;
using BotHost.SignIn;
using BotHost.Store.Backups;
using BotHost.Store.Database;
using BotHost.TelegramBot.Connection;
using BotHost.TelegramBot.Fairness;
using BotHost.TelegramBot.Groups;
using BotHost.TelegramBot.Sending;
using BotHost.Tests.Pages;
using BotHost.Tests.Support;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Models;
using FactChecking.Pictures;
using FactChecking.Prompts;
using FactChecking.Published;
using FactChecking.Semantics.Embedders;
using Microsoft.Extensions.Configuration;

namespace BotHost.Tests;

/// <summary>appsettings.example.json holds what the program reads, no more and no less.</summary>
public sealed class ExampleSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string File => Path.Combine(Repository.Root, "appsettings.example.json");

    [Fact]
    public async Task The_program_starts_with_the_example_settings_and_answers()
    {
        await using var host = await RunningHost.StartAsync(_folder.File("knowledge.db"), settingsFile: File);
        var page = await host.OpenAsync();

        var answered = await page.SendAsync("Polls show that only 20% of Ukrainians want to join NATO");

        Assert.NotNull(answered.Reply());
    }

    [Fact]
    public void The_example_shows_every_setting_with_its_default()
    {
        var example = new ConfigurationBuilder().AddJsonFile(File).Build();

        ShowsDefaults<TelegramOptions>(example, TelegramOptions.Section);
        ShowsDefaults<SignInOptions>(example, SignInOptions.Section);
        ShowsDefaults<GroupOptions>(example, GroupOptions.Section);
        ShowsDefaults<SendingOptions>(example, SendingOptions.Section);
        ShowsDefaults<FairnessOptions>(example, FairnessOptions.Section);
        ShowsDefaults<OperationsOptions>(example, OperationsOptions.Section);
        ShowsDefaults<BackupOptions>(example, BackupOptions.Section);
        ShowsDefaults<BotOptions>(example, BotOptions.Section);
        ShowsDefaults<ApiOptions>(example, ApiOptions.Section);
        ShowsDefaults<PagesOptions>(example, PagesOptions.Section);
        ShowsDefaults<PageLimitOptions>(example, PageLimitOptions.Section);
        ShowsDefaults<ProxyOptions>(example, ProxyOptions.Section);
        ShowsDefaults<KnowledgeOptions>(example, KnowledgeOptions.Section);
        ShowsDefaults<MatchOptions>(example, MatchOptions.Section);
        ShowsDefaults<ModelOptions>(example, ModelOptions.Section);
        ShowsDefaults<SemanticsOptions>(example, SemanticsOptions.Section);
        ShowsDefaults<PromptOptions>(example, PromptOptions.Section);
        ShowsDefaults<ExchangeOptions>(example, ExchangeOptions.Section);
        ShowsDefaults<PictureOptions>(example, PictureOptions.Section);
    }

    public void Dispose() => _folder.Dispose();

    private static void ShowsDefaults<T>(IConfiguration example, string section)
        where T : class, new()
    {
        var options = new T();

        example.GetRequiredSection(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);

        Assert.Equal(JsonSerializer.Serialize(new T()), JsonSerializer.Serialize(options));
        Assert.Equal(
            typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(),
            example.GetRequiredSection(section).GetChildren().Select(setting => setting.Key).Order());
    }
}
