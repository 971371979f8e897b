using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FactChecking.Text;

namespace FactChecking.Matching.Index;

/// <summary>
/// Terms as 32-bit numbers: FNV-1a over the characters, then the finaliser of MurmurHash3. Of a million terms about a
/// hundred pairs share a number, which no ranking notices; in return the index holds no words. The lowest bit marks a
/// single Han character, which says less than a pair.
/// </summary>
internal static class TermHash
{
    public static uint Of(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u;
        foreach (var character in term)
            hash = (hash ^ character) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        hash ^= hash >> 16;
        return term.Length == 1 && ChineseCharacters.IsHan(term[0]) ? hash | 1u : hash & ~1u;
    }

    /// <summary>True for the hash of a single Han character.</summary>
    public static bool IsSingleHan(uint hash) => (hash & 1u) != 0;

    public static byte[] ToBytes(IReadOnlyList<string> terms)
    {
        var bytes = new byte[terms.Count * sizeof(uint)];
        for (var index = 0; index < terms.Count; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(index * sizeof(uint)), Of(terms[index]));
        return bytes;
    }

    public static ReadOnlySpan<uint> FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
            return MemoryMarshal.Cast<byte, uint>(bytes);

        var hashes = new uint[bytes.Length / sizeof(uint)];
        for (var index = 0; index < hashes.Length; index++)
            hashes[index] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(index * sizeof(uint))..]);
        return hashes;
    }
}
