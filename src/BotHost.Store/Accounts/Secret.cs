using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BotHost.Store.Accounts;

/// <summary>A random word that opens something. Only its hash is stored, so that who reads the file cannot use it.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    // One round of SHA-256 is enough for what nobody can guess.
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
