namespace BotHost.Store.Accounts;

/// <summary>
/// What a maintainer may do. Each role may do all that the one before it may. The names are also those of the policies that
/// pages ask for: <c>[Authorize(Roles.Editor)]</c>.
/// </summary>
public static class Roles
{
    /// <summary>Sees the desk and changes nothing but the own password.</summary>
    public const string Reader = "reader";

    /// <summary>Writes records as drafts and deals with the queue.</summary>
    public const string Editor = "editor";

    /// <summary>Publishes, and decides who may do what.</summary>
    public const string Publisher = "publisher";

    /// <summary>All of them, from the least to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [Reader, Editor, Publisher];

    /// <summary>The roles that may do what is asked of this one. An unknown one is an <see cref="ArgumentException"/>.</summary>
    public static IEnumerable<string> AtLeast(string role) =>
        All.Contains(role) ? All.SkipWhile(other => other != role) : throw new ArgumentException($"There is no role {role}.", nameof(role));
}
