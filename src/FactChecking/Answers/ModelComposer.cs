using System.Globalization;
using System.Text.Json;
using FactChecking.Languages;
using FactChecking.Messages;
using FactChecking.Models;
using Microsoft.SemanticKernel;

namespace FactChecking.Answers;

/// <summary>Has a model word a reply anew, and confirms what it wrote.</summary>
internal sealed class ModelComposer(ModelTask model)
{
    private const string Task = "ComposeAnswer";

    /// <summary>The reply in the model's words; or why its draft was not used.</summary>
    public async Task<(ComposedReply? Reply, string? Rejected)> ComposeAsync(ComposedReply template, Question question, string language, CancellationToken cancellationToken)
    {
        var facts = OfferedFacts.Of(template);
        var (draft, failure) = await model.AskAsync<ModelDraft>(
            Task,
            new KernelArguments { ["language"] = EnglishNameOf(language), ["length"] = TemplateComposer.LongestReply / 2 },
            new
            {
                facts = new { finding = facts.Finding, why = facts.Why, origin = facts.Origin },
                untrusted_message = ModelTask.AsData(question.Text),
            },
            JsonSerializerOptions.Web,
            cancellationToken);
        if (failure is not null)
            return (null, failure);
        if (new DraftVerifier(facts, template.View, language).Reject(draft, TemplateComposer.LongestReply) is { } reason)
            return (null, reason);

        var rendered = Render(draft!, facts); // the verifier rejects a missing draft
        var html = ReplyLayout.Set(rendered, template.Citations);
        return (template with { Rendered = rendered, Html = html.ToString(), VisibleLength = html.VisibleLength }, null);
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

    private static string EnglishNameOf(string language) => language switch
    {
        ReplyLanguages.SimplifiedChinese => "Chinese (Simplified)",
        ReplyLanguages.TraditionalChinese => "Chinese (Traditional, Taiwan)",
        _ => CultureInfo.GetCultureInfo(language).EnglishName,
    };
}
