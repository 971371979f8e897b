using FactChecking.Foundation;
using FactChecking.Prompts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Models;

internal static class ModelServices
{
    /// <summary>The language model. Without one in the settings nobody asks it.</summary>
    public static void AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ModelOptions>(configuration, ModelOptions.Section);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
            return new ModelTask(
                ChatModel.Create(options).Measured(), options, provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<TimeProvider>());
        });
    }
}
