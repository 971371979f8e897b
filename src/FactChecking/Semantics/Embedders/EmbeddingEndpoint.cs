using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;
using OpenAI;

namespace FactChecking.Semantics.Embedders;

/// <summary>Makes the client of an embedding model behind an endpoint.</summary>
internal static class EmbeddingEndpoint
{
    // A service that asks for no key still wants the header.
    private const string NoKey = "none";

    // For a batch of records; a message is given up sooner, by its own timeout.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static IEmbeddingGenerator<string, Embedding<float>> Create(SemanticsOptions options)
    {
        var key = new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? NoKey : options.ApiKey);
        // No retries: a message is answered without, and the records are tried again later.
        var retries = new ClientRetryPolicy(maxRetries: 0);
        var client = options.Provider == "azure_openai"
            ? new AzureOpenAIClient(options.Endpoint!, key, new AzureOpenAIClientOptions { RetryPolicy = retries, NetworkTimeout = Timeout }) // validated with the settings
            : new OpenAIClient(key, new OpenAIClientOptions { Endpoint = options.Endpoint, RetryPolicy = retries, NetworkTimeout = Timeout });
        return client.GetEmbeddingClient(options.Name).AsIEmbeddingGenerator();
    }
}
