using BotHost.Store.Accounts;
using BotHost.Store.Backups;
using BotHost.Store.Chats;
using BotHost.Store.Database;
using BotHost.Store.Groups;
using BotHost.Store.Intake;
using BotHost.Store.Outgoing;
using BotHost.Store.Proposals;
using BotHost.Store.Statistics;
using BotHost.Store.Submissions;
using FactChecking.Foundation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotHost.Store;

public static class StoreServices
{
    /// <summary>The bot's own database. It is opened first and closed last, as everything else works on it.</summary>
    public static IServiceCollection AddBotStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<BotOptions>(configuration, BotOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BotDatabase>();
        services.AddHostedService(provider => provider.GetRequiredService<BotDatabase>());
        services.AddSingleton<CounterStore>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<GroupStore>();
        services.AddSingleton<GroupAnswerStore>();
        services.AddSingleton<GroupMoveStore>();
        services.AddSingleton<StatisticsStore>();
        services.AddSingleton<SubmissionStore>();
        services.AddSingleton<VariantProposalStore>();
        services.AddSingleton<VariantProposer>();
        services.AddAccounts();
        services.AddBackups(configuration);
        services.AddSingleton<RetentionStore>();
        return services;
    }
}
