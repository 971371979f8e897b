using System.ClientModel;
using System.Text.Json;
using FactChecking.Foundation;
using FactChecking.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace FactChecking.Models;

/// <summary>
/// Puts one task to the model, through Semantic Kernel: the instructions of a prompt, data, and the form of what comes
/// back. The chat history is built here and not from a template with role tags: one control character in such a
/// template's input makes Semantic Kernel drop the system role. What people wrote goes into the data, as JSON.
/// </summary>
internal sealed class ModelTask(IChatClient model, ModelOptions options, PromptLibrary prompts, TimeProvider clock) : IDisposable
{
    private const int LongestMessage = 2000;

    private readonly IChatCompletionService _service = model.AsChatCompletionService();
    private readonly SemaphoreSlim _turns = new(options.MaxConcurrent);

    /// <summary>Asks once.</summary>
    /// <param name="prompt">Folder of the prompt.</param>
    /// <param name="inputs">Inputs of the prompt, none of them written by people.</param>
    /// <param name="data">What the task is about.</param>
    /// <param name="form">How <typeparamref name="T"/> is written in JSON.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What came back, which may be null or hold nulls; or why nothing of use did: refused, timeout, malformed, rate_limited, unavailable.</returns>
    public async Task<(T? Reply, string? Failure)> AskAsync<T>(
        string prompt, KernelArguments inputs, object data, JsonSerializerOptions form, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var history = new ChatHistory(await prompts.RenderAsync(prompt, inputs, either.Token));
            history.AddUserMessage(JsonSerializer.Serialize(data, FactCheckingJson.Plain));
            var message = await InTurnAsync(
                () => _service.GetChatMessageContentAsync(history, Settings(prompt, typeof(T), form), cancellationToken: either.Token), either.Token);
            return string.IsNullOrWhiteSpace(message.Content)
                ? (null, "refused")
                : (JsonSerializer.Deserialize<T>(message.Content, form), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "timeout");
        }
        catch (JsonException)
        {
            return (null, "malformed");
        }
        catch (ClientResultException exception) when (exception.Status == 429)
        {
            return (null, "rate_limited");
        }
        catch (Exception exception) when (exception is ClientResultException or HttpOperationException or HttpRequestException or InvalidOperationException or FormatException)
        {
            // Whatever the service did, the person is answered without it; the reason is logged and counted.
            return (null, "unavailable");
        }
    }

    /// <summary>What people wrote, as data for the model: no control characters, and no more than the model needs.</summary>
    public static string AsData(string text, int longest = LongestMessage) =>
        new([.. text.Where(character => !char.IsControl(character) || character == '\n').Take(longest)]);

    public void Dispose() => _turns.Dispose();

    private async Task<TResult> InTurnAsync<TResult>(Func<Task<TResult>> call, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await call();
        }
        finally
        {
            _turns.Release();
        }
    }

    private PromptExecutionSettings Settings(string prompt, Type reply, JsonSerializerOptions form)
    {
        var settings = prompts.SettingsOf(prompt);
        settings.ExtensionData = new Dictionary<string, object>(settings.ExtensionData ?? new Dictionary<string, object>())
        {
            ["response_format"] = AIJsonUtilities.CreateJsonSchema(reply, serializerOptions: form),
        };
        return settings;
    }
}
