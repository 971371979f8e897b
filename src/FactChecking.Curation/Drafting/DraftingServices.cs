using FactChecking.Models;
using FactChecking.Prompts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactChecking.Curation.Drafting;

internal static class DraftingServices
{
    /// <summary>Drafts of records by a language model. Without one in the settings there are none.</summary>
    public static void AddDrafting(this IServiceCollection services) =>
        services.AddSingleton(provider => new ModelDrafter(CreateModel(provider)));

    // Who edits a record waits for a draft longer than somebody in a chat for an answer.
    private static ModelTask? CreateModel(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        if (!options.IsSet)
            return null;
        var patient = options.Patient();
        return new ModelTask(ChatModel.Create(patient).Measured(), patient, provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<TimeProvider>());
    }
}
