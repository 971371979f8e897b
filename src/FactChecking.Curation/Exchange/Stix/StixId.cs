using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace FactChecking.Curation.Exchange.Stix;

/// <summary>
/// Ids that are the same in every export. STIX 2.1 (section 2.9) allows UUIDv5 for domain objects, but not in the namespace
/// that it keeps for observables; this one is the program's own.
/// </summary>
internal static class StixId
{
    private static readonly Guid Namespace = new("5d3a2b4e-8f0c-4a52-9a1e-6c7f0b9d2e11");

    /// <param name="type">The STIX type.</param>
    /// <param name="name">What tells the object from others of its type.</param>
    public static string Of(string type, string name) => $"{type}--{Uuid5($"{type}:{name}"):D}";

    // RFC 9562, section 5.5.
    [SuppressMessage("Security", "CA5350", Justification = "UUIDv5 is defined by SHA-1; nothing is protected by it.")]
    private static Guid Uuid5(string name)
    {
        var bytes = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
