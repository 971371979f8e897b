using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Outlets;
using FactChecking.Prompts;
using Microsoft.SemanticKernel;

namespace FactChecking.Answers;

/// <summary>Composes replies from templates: complete, cited, the same every time, with no model.</summary>
internal sealed class TemplateComposer(PromptLibrary prompts)
{
    /// <summary>Characters that a person should see at most; the shortest form is sent even if it is longer.</summary>
    internal const int LongestReply = 900;

    /// <summary>The reply on a claim, as full as its length allows.</summary>
    public async Task<ComposedReply> ComposeAsync(ClaimDossier dossier, Stance stance, string language, CancellationToken cancellationToken)
    {
        ComposedReply? reply = null;
        foreach (var size in ReplySize.FromFullest)
        {
            var builder = new ReplyViewBuilder(dossier, stance, language, size);
            var view = builder.Build();
            var rendered = await RenderAsync(language, Decision.Answer, new() { ["view"] = view }, cancellationToken);
            var html = ReplyLayout.Set(rendered, builder.Book.Citations);
            reply = new ComposedReply(view, rendered, html.ToString(), html.VisibleLength, builder.Origin, builder.Book.Citations);
            if (reply.VisibleLength <= LongestReply)
                break;
        }
        return reply!; // there is at least one size
    }

    /// <summary>The reply that asks which of these claims is meant.</summary>
    public Task<string> AskAsync(IReadOnlyList<Candidate> candidates, string language, CancellationToken cancellationToken) =>
        PlainAsync(language, Decision.Ask, new() { ["candidates"] = candidates }, cancellationToken);

    /// <summary>The reply when nothing on record matches.</summary>
    public Task<string> NoneAsync(KnowledgeGeneration generation, string language) =>
        // For all who are told so in this language, and so not stopped with one of them.
        generation.Cached((Decision.None, language), () => PlainAsync(
            language, Decision.None, new() { ["searched"] = generation.Claims, ["newest"] = generation.NewestDate }, CancellationToken.None))!; // never null

    /// <summary>The reply to an opinion, or to a message without words.</summary>
    public Task<string> WithoutMatchAsync(Decision decision, string language, CancellationToken cancellationToken) =>
        PlainAsync(language, decision, [], cancellationToken);

    /// <summary>The records of outlets that a message without a match points to, as full as their length allows.</summary>
    /// <param name="findings">The records.</param>
    /// <param name="generation">What was searched.</param>
    /// <param name="language">Language of the reply.</param>
    /// <param name="before">Characters that a person sees before it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<OutletReply> OutletsAsync(
        OutletFindings findings, KnowledgeGeneration generation, string language, int before, CancellationToken cancellationToken)
    {
        OutletReply? reply = null;
        foreach (var size in OutletReplySize.FromFullest)
        {
            var builder = new OutletReplyViewBuilder(findings, language, size);
            var view = builder.Build(generation);
            var html = ReplyLayout.Set(await prompts.RenderAsync($"Outlet/{language}", new() { ["view"] = view }, cancellationToken), builder.Book.Citations);
            reply = new OutletReply(html.ToString(), builder.Origin, builder.Book.Citations);
            if (before + html.VisibleLength <= LongestReply)
                break;
        }
        return reply!; // there is at least one size
    }

    private async Task<string> PlainAsync(string language, Decision decision, KernelArguments inputs, CancellationToken cancellationToken) =>
        ReplyLayout.Set(await RenderAsync(language, decision, inputs, cancellationToken), []).ToString();

    private Task<string> RenderAsync(string language, Decision decision, KernelArguments inputs, CancellationToken cancellationToken)
    {
        inputs["decision"] = decision.ToString();
        return prompts.RenderAsync($"Reply/{language}", inputs, cancellationToken);
    }
}
