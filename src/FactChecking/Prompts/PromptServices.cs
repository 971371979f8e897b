using FactChecking.Foundation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Prompts;

internal static class PromptServices
{
    /// <summary>The prompts and the templates of replies.</summary>
    public static void AddPrompts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PromptOptions>(configuration, PromptOptions.Section);
        services.AddSingleton(provider => new PromptLibrary(provider.GetRequiredService<IOptions<PromptOptions>>().Value.Folder));
    }
}
