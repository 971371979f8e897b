using FactChecking.Accounts;
using FactChecking.Backups;
using FactChecking.Foundation;
using FactChecking.Groups;
using FactChecking.PassedOn;
using FactChecking.Statistics;
using FactChecking.Variants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactChecking.Intake;

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
        services.AddSingleton<GroupMove>();
        services.AddSingleton<StatisticsStore>();
        services.AddSingleton<PassedOnStore>();
        services.AddSingleton<VariantProposalStore>();
        services.AddSingleton<VariantProposer>();
        services.AddAccounts();
        services.AddBackups(configuration);
        services.AddSingleton<RetentionStore>();
        return services;
    }
}
