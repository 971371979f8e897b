using System.Security.Cryptography;
using System.Text.Json;
using FactChecking.Foundation;

namespace FactChecking.Dossiers;

/// <summary>Tells whether what may be said of a claim has changed between two publications.</summary>
internal static class DossierFingerprint
{
    // To be counted up whenever the form of a dossier changes: an update of the program is no correction of a record.
    private const string Form = "2:";

    public static string Of(ClaimDossier dossier) =>
        Form + Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(dossier, FactCheckingJson.Plain)).AsSpan(0, 16));

    /// <summary>Whether the two tell that the records differ. Of different forms nothing can be told.</summary>
    public static bool Differ(string earlier, string later) =>
        earlier != later && earlier.StartsWith(Form, StringComparison.Ordinal) == later.StartsWith(Form, StringComparison.Ordinal);
}
