using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FactChecking.Semantics.Vectors;

/// <summary>Tells texts apart without keeping them; 128 bits, so that no two of a million ever meet.</summary>
internal static class TextFingerprint
{
    public static byte[] Of(string text) => SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())).AsSpan(0, 16).ToArray();
}
