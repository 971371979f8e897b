using FactChecking;
using FactChecking.Answers;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Preview;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>What the bot makes of a message: what it decides, why, and what it would reply in each language, now and after a change.</summary>
public sealed class TryModel(
    FactChecker checker, MatchExplainer explainer, KnowledgeBase knowledge, DraftPreview preview, RecordEditor editor) : PageModel
{
    private const int LongestMessage = 20_000;
    private const int MaxCandidates = 5;

    /// <summary>The claim that the message is tried for; null: none in particular.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Claim { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    public string? Problem { get; private set; }

    public Trial? Now { get; private set; }

    /// <summary>With the claim's change that is not published yet; null: there is none.</summary>
    public Trial? After { get; private set; }

    public IReadOnlyList<BrokenTest> Broken { get; private set; } = [];

    public bool HasDraft { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => HasDraft = await OpenRevisionAsync(cancellationToken) is not null;

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        var open = await OpenRevisionAsync(cancellationToken);
        HasDraft = open is not null;
        if (string.IsNullOrWhiteSpace(Message) || Message.Length > LongestMessage)
        {
            Problem = $"Paste a message of at most {LongestMessage:N0} characters.";
            return;
        }

        Now = await TryAsync(new Question(Message), knowledge.Current, cancellationToken);
        if (open is null)
            return;
        try
        {
            using var records = await preview.OpenAsync(open.Key, open.Text, cancellationToken);
            After = await TryAsync(new Question(Message) { FromRecordsOnly = true }, records.Generation, cancellationToken);
            Broken = await records.TryTestMessagesAsync(cancellationToken);
        }
        catch (DataFaultsException exception)
        {
            Problem = $"The change cannot be tried before it is sound: {string.Join("; ", exception.Faults)}";
        }
    }

    private async Task<Revision?> OpenRevisionAsync(CancellationToken cancellationToken) =>
        RecordKey.Of("claims", Claim) is { } key ? (await editor.FindAsync(key, cancellationToken))?.Open : null;

    private async Task<Trial> TryAsync(Question question, KnowledgeGeneration generation, CancellationToken cancellationToken)
    {
        var replies = new List<Answer>();
        foreach (var language in ReplyLanguages.All)
        {
            var inLanguage = question with { ReplyLanguage = language, FromRecordsOnly = true };
            replies.Add(await checker.CheckAsync(inLanguage, generation, cancellationToken));
        }
        var (_, candidates, _) = await explainer.ExplainAsync(question, generation, MaxCandidates, cancellationToken);
        return new Trial(replies, candidates);
    }
}

/// <summary>What became of a message.</summary>
/// <param name="Replies">The answer in each language.</param>
/// <param name="Candidates">The likeliest claims, and why.</param>
public sealed record Trial(IReadOnlyList<Answer> Replies, IReadOnlyList<MatchExplanation> Candidates)
{
    public Decision Decision => Replies[0].Decision;
}
