using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BotHost.SignIn;

/// <summary>Which passwords are taken, and their hashes: those of ASP.NET Core Identity, PBKDF2 with HMAC-SHA-512.</summary>
internal sealed class Passwords
{
    /// <summary>Fewest characters (NIST SP 800-63B asks for 15 where a password is all there is, and for 8 at least).</summary>
    public const int Shortest = 12;

    public const int Longest = 256;

    // What OWASP's Password Storage Cheat Sheet asks for with HMAC-SHA-512, and about a tenth of a second.
    private const int Rounds = 210_000;

    // The hasher is made for programs that keep more about a user; it uses nothing of it.
    private static readonly object Nobody = new();

    private static readonly Lazy<HashSet<string>> Commonest = new(ReadCommonest);

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly Lazy<string> _hashOfNobody;

    public Passwords() => _hashOfNobody = new Lazy<string>(() => Hash(Guid.NewGuid().ToString()));

    /// <summary>Why a password is not taken; null: it is.</summary>
    public static string? FindFault(string? password, string name) => password switch
    {
        null or { Length: < Shortest } => $"A password needs {Shortest} characters or more. A few words that do not belong together are easy to remember.",
        { Length: > Longest } => $"A password has at most {Longest} characters.",
        _ when IsCommon(password) => "This password is among the first that are tried. Take another one.",
        _ when name.Length > 0 && password.Contains(name, StringComparison.OrdinalIgnoreCase) => "A password must not hold your name.",
        _ => null,
    };

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    /// <summary>Looks whether a password is right. For nobody's it takes as long as for somebody's, and it never is.</summary>
    /// <param name="hash">The hash on record; null: there is none.</param>
    /// <param name="password">What was typed.</param>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(Nobody, hash ?? _hashOfNobody.Value, password.Length > Longest ? "" : password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    // A common word twice, or one character all along, is as common.
    private static bool IsCommon(string password) =>
        Commonest.Value.Contains(password)
        || Enumerable.Range(1, password.Length / 2).Any(length => IsRepeated(password, length) && (length <= 4 || Commonest.Value.Contains(password[..length])));

    private static bool IsRepeated(string password, int length) =>
        password.Skip(length).Zip(password).All(pair => pair.First == pair.Second);

    private static HashSet<string> ReadCommonest()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BotHost.SignIn.CommonPasswords.txt")!; // embedded
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
