namespace BotHost.Uploads;

internal static class UploadServices
{
    /// <summary>What is kept between a preview and an import.</summary>
    public static void AddUploads(this IServiceCollection services)
    {
        services.AddSingleton<UploadStore>();
        services.AddHostedService(provider => provider.GetRequiredService<UploadStore>());
    }
}
