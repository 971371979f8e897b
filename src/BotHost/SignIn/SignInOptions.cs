using System.ComponentModel.DataAnnotations;

namespace BotHost.SignIn;

/// <summary>An OpenID Connect provider by which maintainers may sign in. Without one they have passwords here.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>The provider's address, where <c>/.well-known/openid-configuration</c> is. Null: there is none.</summary>
    [Url]
    public string? Authority { get; init; }

    /// <summary>What the provider knows this program by; needed with <see cref="Authority"/>.</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret that the provider gave; null where it gives none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What the link to the provider says.</summary>
    [Required]
    public string ProviderName { get; init; } = "your organisation";

    /// <summary>What the provider is asked for, with spaces between.</summary>
    [Required]
    public string Scope { get; init; } = "openid profile";

    /// <summary>The claim that says what somebody may do here.</summary>
    [Required]
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The value of that claim that makes a reader; null: none does.</summary>
    public string? Reader { get; init; }

    /// <summary>The value of that claim that makes an editor; null: none does.</summary>
    public string? Editor { get; init; }

    /// <summary>The value of that claim that makes a publisher; null: none does.</summary>
    public string? Publisher { get; init; }

    public bool HasProvider => !string.IsNullOrWhiteSpace(Authority);

    internal bool IsComplete =>
        !HasProvider || (!string.IsNullOrWhiteSpace(ClientId) && new[] { Reader, Editor, Publisher }.Any(value => !string.IsNullOrWhiteSpace(value)));
}
