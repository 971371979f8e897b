using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using FactChecking.Foundation;
using Microsoft.Extensions.AI;
using OpenAI;

namespace FactChecking.Models;

/// <summary>Makes the client of the model that the settings name.</summary>
internal static class ChatModel
{
    // A service that asks for no key still wants the header.
    private const string NoKey = "none";

    public static IChatClient Create(ModelOptions options)
    {
        var key = new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? NoKey : options.ApiKey);
        // No retries: a reply that comes late is worth less than the template at once.
        var retries = new ClientRetryPolicy(maxRetries: 0);
        var timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        var client = options.Provider == "azure_openai"
            ? new AzureOpenAIClient(options.Endpoint!, key, new AzureOpenAIClientOptions { RetryPolicy = retries, NetworkTimeout = timeout }) // validated with the settings
            : new OpenAIClient(key, new OpenAIClientOptions { Endpoint = options.Endpoint, RetryPolicy = retries, NetworkTimeout = timeout });
        return client.GetChatClient(options.Name).AsIChatClient();
    }

    /// <summary>
    /// Counts tokens and times the calls, as OpenTelemetry names it (gen_ai.client.token.usage). What is said to the model
    /// and what it says stays out, whatever the environment asks for.
    /// </summary>
    public static IChatClient Measured(this IChatClient client) => client.AsBuilder()
        .UseOpenTelemetry(sourceName: Telemetry.Name, configure: telemetry => telemetry.EnableSensitiveData = false)
        .Build();
}
