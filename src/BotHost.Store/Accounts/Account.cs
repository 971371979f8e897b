namespace BotHost.Store.Accounts;

/// <summary>A maintainer.</summary>
/// <param name="Number">Never given to another one.</param>
/// <param name="Name">As it is shown; no other name differs from it in case alone.</param>
/// <param name="Role">One of <see cref="Roles.All"/>.</param>
/// <param name="PasswordHash">Null until a password is chosen, and for who signs in at a provider.</param>
/// <param name="Subject">Issuer and subject at an OpenID Connect provider; null for who has a password here.</param>
/// <param name="IsDisabled">Shut out by a publisher.</param>
/// <param name="IsLocked">Too many wrong passwords; for some minutes nobody gets in by this name.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Account(
    long Number, string Name, string Role, string? PasswordHash, string? Subject, bool IsDisabled, bool IsLocked, DateTimeOffset CreatedAt)
{
    /// <summary>False for who was invited and has not chosen a password yet.</summary>
    public bool CanSignIn => PasswordHash is not null || Subject is not null;
}

/// <summary>What became of a change to an account.</summary>
public enum AccountChange
{
    Done,
    NotFound,

    /// <summary>Refused: nobody would be left who may decide about accounts.</summary>
    LastPublisher,
}
