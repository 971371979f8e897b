using System.ComponentModel.DataAnnotations;

namespace FactChecking.Published;

/// <summary>Where people find the pages of the records.</summary>
public sealed class PagesOptions : IValidatableObject
{
    public const string Section = "Pages";

    /// <summary>The https address of the pages, without a path; null: none is told to anybody.</summary>
    public string? PublicAddress { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(PublicAddress) && !IsRoot(PublicAddress))
            yield return new ValidationResult("Pages:PublicAddress must be an https address without a path, such as https://facts.example.org.");
    }

    private static bool IsRoot(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
