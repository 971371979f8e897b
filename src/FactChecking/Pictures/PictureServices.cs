using FactChecking.Foundation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Pictures;

internal static class PictureServices
{
    /// <summary>The pictures of trails.</summary>
    public static void AddPictures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PictureOptions>(configuration, PictureOptions.Section);
        services.AddSingleton(provider => new PictureFonts(provider.GetRequiredService<IOptions<PictureOptions>>().Value.FontFolder));
        services.AddSingleton<TrailPicture>();
    }
}
