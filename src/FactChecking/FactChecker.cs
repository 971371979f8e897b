using FactChecking.Answers;
using FactChecking.Messages;

namespace FactChecking;

/// <summary>The path of one message: read it, match it with the claims on record, compose the reply. Read this first.</summary>
public sealed class FactChecker
{
    /// <summary>Answers one message.</summary>
    public Task<Answer> CheckAsync(Question question, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Answers with the claim that the person picked from the candidates; null when the key names no claim any more.</summary>
    /// <param name="question">The message that was asked about; its text may be empty when it is no longer at hand.</param>
    /// <param name="key">The picked <see cref="Candidate.Key"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Answer?> AnswerPickedAsync(Question question, string key, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The reply when the person says that none of the candidates is meant.</summary>
    public Task<Answer> AnswerNoneOfTheseAsync(Question question, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
