using FactChecking.Foundation;
using FactChecking.Matching;
using Microsoft.Extensions.Options;

namespace BotHost.TelegramBot.Groups;

public static class GroupServices
{
    /// <summary>What the bot does in groups.</summary>
    public static IServiceCollection AddGroups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<GroupOptions>(configuration, GroupOptions.Section);
        services.AddOptions<GroupOptions>().Validate<IOptions<MatchOptions>>(
            (groups, matching) => groups.AutomaticAt > matching.Value.AnswerAt || groups.AutomaticAt >= 1,
            "Groups:AutomaticAt must be higher than Matching:AnswerAt: nobody has asked for an automatic answer.");
        services.AddSingleton<AdministratorCheck>();
        services.AddSingleton<GroupRouter>();
        services.AddSingleton<GroupCheckHandler>();
        services.AddSingleton<AutomaticHandler>();
        services.AddSingleton<GroupSettingsHandler>();
        services.AddSingleton<GroupForgetHandler>();
        services.AddSingleton<GroupStandingHandler>();
        services.AddSingleton<GroupMoveHandler>();
        return services;
    }
}
