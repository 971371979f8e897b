using System.ComponentModel.DataAnnotations;
using FactChecking;
using FactChecking.Answers;
using FactChecking.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages;

/// <summary>The chat page: one message, and the reply that Telegram would get. Nothing is kept but what its form holds.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(FactChecker checker) : PageModel
{
    public const int LongestMessage = 20_000;

    [BindProperty]
    [Required(ErrorMessage = "Paste or type a message first.")]
    [StringLength(LongestMessage, ErrorMessage = "This message is longer than {1:N0} characters. Send the part with the claim.")]
    public string? Message
    {
        get;
        // A form sends each line break as two characters.
        set => field = value?.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    [BindProperty]
    [StringLength(2_000, ErrorMessage = "This is too long for an address or the name of a channel.")]
    public string? ForwardedFrom { get; set; }

    /// <summary>Language of the reply; anything that is not one of <see cref="Languages.All"/> means the message's own.</summary>
    [BindProperty]
    public string? Language { get; set; }

    /// <summary>The key of the claim that was picked, when the reply had asked which one is meant.</summary>
    [BindProperty]
    public string? Picked { get; set; }

    [BindProperty]
    public bool NoneOfThese { get; set; }

    public Answer? Answer { get; private set; }

    /// <summary>Why there is no answer.</summary>
    public string? Problem { get; private set; }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Problem = ModelState.Values.SelectMany(value => value.Errors).First().ErrorMessage;
            return;
        }

        Answer = await AnswerAsync(Question(Message!), cancellationToken); // it is required
        if (Answer is null)
            Problem = "This choice is no longer on record. Send the message again.";
    }

    private async Task<Answer?> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (NoneOfThese)
            return await checker.AnswerNoneOfTheseAsync(question, cancellationToken);
        return Picked is null
            ? await checker.CheckAsync(question, cancellationToken)
            : await checker.AnswerPickedAsync(question, Picked, cancellationToken);
    }

    private Question Question(string message) => new(message)
    {
        ForwardedFrom = string.IsNullOrWhiteSpace(ForwardedFrom) ? null : ForwardedFrom.Trim(),
        ReplyLanguage = Languages.FromTag(Language),
        LanguageHint = Request.GetTypedHeaders().AcceptLanguage.MaxBy(language => language.Quality ?? 1)?.Value.Value,
    };
}
