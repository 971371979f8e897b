using System.Security.Cryptography;
using System.Text;

namespace FactChecking.Knowledge;

/// <summary>
/// A short name of a claim for buttons and links. It is made from the id alone, so that a button pressed after an import
/// or a restart still means the same claim; 64 bits, so that a million ids do not meet.
/// </summary>
public static class ClaimKey
{
    public static string Of(string claimId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(claimId)).AsSpan(0, 8));
}
