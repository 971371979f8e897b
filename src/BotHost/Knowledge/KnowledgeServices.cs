namespace BotHost.Knowledge;

public static class KnowledgeServices
{
    /// <summary>Keeps the records that answers come from up to date. Add it before all that answers.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddHostedService<KnowledgeLoader>();
        services.AddHostedService<KnowledgeWatcher>();
        return services;
    }
}
