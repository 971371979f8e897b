using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Messages;

namespace FactChecking.Tests.Support;

/// <summary>Matches a text as the bot matches a message, by its one entrance.</summary>
internal static class Matching
{
    public static Task<MatchResult> MatchAsync(this ClaimMatcher matcher, KnowledgeBase knowledge, string text, int count) =>
        matcher.MatchAsync(new Question(text), knowledge.Current, count, TestContext.Current.CancellationToken).AsTask();
}
