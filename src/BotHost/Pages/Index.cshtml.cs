using BotHost.Store.Proposals;
using FactChecking;
using FactChecking.Answers;
using FactChecking.Languages;
using FactChecking.Messages;
using FactChecking.Models;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BotHost.Pages;

/// <summary>The chat page: one message, and the reply that Telegram would get. What is kept is the same, too.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(FactChecker checker, VariantProposer proposer, IOptions<ModelOptions> model) : PageModel
{
    public const int LongestSource = 2_000;

    private const int LongestMessage = 20_000;

    /// <summary>The message; null when there is nothing but white space.</summary>
    [BindProperty]
    public string? Message
    {
        get;
        // A form sends each line break as two characters.
        set => field = value?.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    [BindProperty]
    public string? ForwardedFrom { get; set; }

    /// <summary>Language of the reply; anything that is not one of <see cref="ReplyLanguages.All"/> means the message's own.</summary>
    [BindProperty]
    public string? Language { get; set; }

    /// <summary>The key of the claim that was picked, when the reply had asked which one is meant.</summary>
    [BindProperty]
    public string? Picked { get; set; }

    [BindProperty]
    public bool NoneOfThese { get; set; }

    /// <summary>True when messages are also given to a language model.</summary>
    public bool UsesModel => model.Value.IsSet;

    public Answer? Answer { get; private set; }

    /// <summary>Why there is no answer.</summary>
    public string? Problem { get; private set; }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        Problem = Message switch
        {
            null => "Paste or type a message first.",
            { Length: > LongestMessage } => $"This message is longer than {LongestMessage:N0} characters. Send the part with the claim.",
            _ when ForwardedFrom?.Length > LongestSource => "“Forwarded from” is too long for an address or the name of a channel.",
            _ => null,
        };
        if (Problem is not null)
            return;

        Answer = await AnswerAsync(Question(Message!), cancellationToken); // looked at above
        if (Answer is null)
            Problem = "This choice is no longer on record. Send the message again.";
    }

    private async Task<Answer?> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (NoneOfThese)
            return await checker.AnswerNoneOfTheseAsync(question, cancellationToken);
        if (Picked is null)
            return await checker.CheckAsync(question, cancellationToken);

        var answer = await checker.AnswerPickedAsync(question, Picked, cancellationToken);
        if (answer is not null)
            await proposer.ProposeAsync(question, answer.Claims[0]);
        return answer;
    }

    private Question Question(string message) => new(message)
    {
        ForwardedFrom = string.IsNullOrWhiteSpace(ForwardedFrom) ? null : ForwardedFrom.Trim(),
        ReplyLanguage = ReplyLanguages.FromTag(Language),
        LanguageHint = Request.GetTypedHeaders().AcceptLanguage.MaxBy(language => language.Quality ?? 1)?.Value.Value,
    };
}
