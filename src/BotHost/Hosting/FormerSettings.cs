namespace BotHost.Hosting;

/// <summary>Settings keep working under the names that they had before. Where both are given, the present name counts.</summary>
internal static class FormerSettings
{
    private static readonly (string Former, string Present)[] Names =
    [
        ("Exchange:MostMegabytes", "Exchange:MaxMegabytes"),
        ("Exchange:MostMegabytesInConsole", "Exchange:MaxMegabytesAtDesk"),
        ("Exchange:MostDepth", "Exchange:MaxDepth"),
        ("Exchange:MostMatched", "Exchange:MaxMatched"),
        ("Model:SideBySide", "Model:MaxConcurrent"),
        ("Sending:SideBySide", "Sending:MaxConcurrent"),
    ];

    /// <summary>Gives the values of former names to the present ones.</summary>
    public static void Apply(IConfiguration configuration)
    {
        foreach (var (former, present) in Names)
        {
            if (configuration[former] is { } value && configuration[present] is null)
                configuration[present] = value;
        }
    }
}
