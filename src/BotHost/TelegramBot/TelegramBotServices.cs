using BotHost.TelegramBot.Connection;
using BotHost.TelegramBot.Fairness;
using BotHost.TelegramBot.FollowUps;
using BotHost.TelegramBot.Groups;
using BotHost.TelegramBot.Handling;
using BotHost.TelegramBot.Profile;
using BotHost.TelegramBot.Receiving;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Foundation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot;

public static class TelegramBotServices
{
    /// <summary>The Telegram side of the bot. It is added only when a token is set, after the bot's database.</summary>
    public static IServiceCollection AddTelegramBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsCheck>();
        services.AddOptions<TelegramOptions>().Bind(configuration.GetSection(TelegramOptions.Section)).ValidateOnStart();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider =>
            new RedactingLoggerFactory(ActivatorUtilities.CreateInstance<LoggerFactory>(provider))));

        services.AddSingleton<TelegramConnection>();
        services.AddSingleton(provider => provider.GetRequiredService<TelegramConnection>().CreateClient());

        services.AddValidatedOptions<SendingOptions>(configuration, SendingOptions.Section);
        services.AddValidatedOptions<FairnessOptions>(configuration, FairnessOptions.Section);
        services.AddSingleton<QuestionLimits>();
        services.AddSingleton<SendingPace>();
        services.AddSingleton<TooManyQuestionsHandler>();
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<UpdateAcceptance>();
        services.AddSingleton<UpdateRouter>();
        services.AddSingleton<MessageHandler>();
        services.AddSingleton<EditHandler>();
        services.AddSingleton<CommandHandler>();
        services.AddSingleton<WhyHandler>();
        services.AddSingleton<ForgetHandler>();
        services.AddSingleton<ButtonHandler>();
        services.AddSingleton<ClaimButtonHandler>();
        services.AddSingleton<SubmissionHandler>();
        services.AddSingleton<ReplyCalls>();
        services.AddSingleton<MembershipHandler>();
        services.AddSingleton<DeepLinkHandler>();
        services.AddSingleton<InlineHandler>();
        services.AddSingleton<GuestHandler>();
        services.AddSingleton<PrivacyNotice>();
        services.AddSingleton<TelegramSender>();
        services.AddSingleton<GroupRelocation>();
        services.AddSingleton<GroupDelivery>();
        services.AddSingleton<TypingIndicator>();

        services.AddGroups(configuration);

        // Stopped in the reverse order, one after the other: first nothing more is received, then what is being handled is
        // finished, then what is to be said is sent. The database, which was added before, is closed last.
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<UpdateWorker>();
        services.AddHostedService<FollowUpWorker>();
        services.AddHostedService<CommandMenu>();
        services.AddHostedService<BotDescription>();
        if (UsesWebhook(configuration))
            services.AddHostedService<WebhookSetup>();
        else
            services.AddHostedService<LongPolling>();
        return services;
    }

    private static bool UsesWebhook(IConfiguration configuration) =>
        configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() is { UsesWebhook: true };
}
