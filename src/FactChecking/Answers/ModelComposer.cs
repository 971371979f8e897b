using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using FactChecking.Messages;
using FactChecking.Models;
using FactChecking.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace FactChecking.Answers;

/// <summary>
/// Has a model word a reply anew, through Semantic Kernel. The chat history is built here and not from a template with
/// role tags: one control character in such a template's input makes Semantic Kernel drop the system role.
/// </summary>
internal sealed class ModelComposer(IChatClient model, ModelOptions options, PromptLibrary prompts, TimeProvider clock)
{
    private const string Task = "ComposeAnswer";
    private const int LongestMessage = 2000;

    private readonly IChatCompletionService _service = model.AsChatCompletionService();

    /// <summary>The reply in the model's words; or why its draft was not used.</summary>
    public async Task<(ComposedReply? Reply, string? Rejected)> ComposeAsync(ComposedReply template, Question question, string language, CancellationToken cancellationToken)
    {
        var facts = OfferedFacts.Of(template);
        var (draft, failure) = await DraftAsync(facts, question, language, cancellationToken);
        if (failure is not null)
            return (null, failure);
        if (new DraftVerifier(facts, template.View, language).Reject(draft, TemplateComposer.LongestReply) is { } reason)
            return (null, reason);

        var rendered = Render(draft!, facts); // the verifier rejects a missing draft
        var html = ReplyLayout.Set(rendered, template.Citations);
        return (template with { Rendered = rendered, Html = html.ToString(), VisibleLength = html.VisibleLength }, null);
    }

    private async Task<(ModelDraft? Draft, string? Failure)> DraftAsync(OfferedFacts facts, Question question, string language, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var history = await HistoryAsync(facts, question, language, either.Token);
            var message = await _service.GetChatMessageContentAsync(history, Settings(), cancellationToken: either.Token);
            return string.IsNullOrWhiteSpace(message.Content)
                ? (null, "refused")
                : (JsonSerializer.Deserialize<ModelDraft>(message.Content, JsonSerializerOptions.Web), null);
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
            // Whatever the service did, the person gets the template reply; the reason is logged and counted.
            return (null, "unavailable");
        }
    }

    private async Task<ChatHistory> HistoryAsync(OfferedFacts facts, Question question, string language, CancellationToken cancellationToken)
    {
        var instructions = await prompts.RenderAsync(
            Task,
            new KernelArguments { ["language"] = EnglishNameOf(language), ["length"] = TemplateComposer.LongestReply / 2 },
            cancellationToken);
        var history = new ChatHistory(instructions);
        history.AddUserMessage(JsonSerializer.Serialize(
            new
            {
                facts = new { finding = facts.Finding, why = facts.Why, origin = facts.Origin },
                untrusted_message = WithoutControls(question.Text),
            },
            FactCheckingJson.Plain));
        return history;
    }

    private PromptExecutionSettings Settings()
    {
        var settings = prompts.SettingsOf(Task);
        settings.ExtensionData = new Dictionary<string, object>(settings.ExtensionData ?? new Dictionary<string, object>())
        {
            ["response_format"] = AIJsonUtilities.CreateJsonSchema(typeof(ModelDraft), serializerOptions: JsonSerializerOptions.Web),
        };
        return settings;
    }

    private static string Render(ModelDraft draft, OfferedFacts facts)
    {
        string[] blocks =
        [
            Lines(draft.Finding),
            Lines(draft.Why),
            string.Join('\n', new[] { Lines(draft.Origin) }.Concat(facts.FixedLines).Where(line => line.Length > 0)),
            string.Join('\n', facts.Sources),
        ];
        return string.Join("\n\n", blocks.Where(block => block.Length > 0));
    }

    private static string Lines(IEnumerable<DraftSentence> sentences) =>
        string.Join('\n', sentences.Select(sentence =>
            $"{sentence.Text.Trim().TrimEnd('.', '。')} {string.Concat(sentence.Cites.Distinct().Select(cite => $"[{cite}]"))}"));

    private static string WithoutControls(string text) =>
        new([.. text.Where(character => !char.IsControl(character) || character == '\n').Take(LongestMessage)]);

    private static string EnglishNameOf(string language) => language switch
    {
        Languages.SimplifiedChinese => "Chinese (Simplified)",
        Languages.TraditionalChinese => "Chinese (Traditional, Taiwan)",
        _ => CultureInfo.GetCultureInfo(language).EnglishName,
    };
}
