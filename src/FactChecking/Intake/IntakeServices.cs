using FactChecking.Accounts;
using FactChecking.Exchange.Feeds;
using FactChecking.Groups;
using FactChecking.Outlets.Drafts;
using FactChecking.PassedOn;
using FactChecking.Statistics;
using FactChecking.Variants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactChecking.Intake;

public static class IntakeServices
{
    /// <summary>The bot's own database. It is opened first and closed last, as everything else works on it.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<BotOptions>(configuration, BotOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BotDatabase>();
        services.AddHostedService(provider => provider.GetRequiredService<BotDatabase>());
        services.AddSingleton<Inbox>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<StatisticsStore>();
        services.AddSingleton<PassedOnStore>();
        services.AddSingleton<CounterStore>();
        services.AddSingleton<RetentionStore>();
        services.AddSingleton<GroupStore>();
        services.AddSingleton<GroupAnswerStore>();
        services.AddSingleton<GroupMove>();
        services.AddSingleton<VariantProposalStore>();
        services.AddSingleton<VariantProposer>();
        services.AddSingleton<OutletDraftStore>();
        services.AddSingleton<ImportDraftStore>();
        services.AddAccounts();
        return services;
    }
}
