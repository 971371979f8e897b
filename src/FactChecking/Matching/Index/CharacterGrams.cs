using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FactChecking.Matching.Index;

/// <summary>
/// The runs of four characters of a folded text, hashed to 16 bits. They see through endings, compounds and the spellings
/// of kindred languages, where whole words differ.
/// </summary>
internal static class CharacterGrams
{
    /// <summary>How many different hashes there are.</summary>
    public const int Values = 1 << 16;

    private const int Length = 4;

    /// <summary>Characters of a text that are looked at: what a text is about stands at its beginning.</summary>
    private const int LongestText = 400;

    /// <summary>The different runs of the text, in any order.</summary>
    public static ushort[] Of(string folded)
    {
        var grams = new HashSet<ushort>();
        Span<char> window = stackalloc char[Length];
        var filled = 0;
        foreach (var character in folded.AsSpan(0, Math.Min(folded.Length, LongestText)))
        {
            // Words are kept apart by one sign, whatever stands between them.
            var next = char.IsLetterOrDigit(character) ? character : ' ';
            if (next == ' ' && (filled == 0 || window[filled - 1] == ' '))
                continue;
            if (filled == Length)
            {
                window[1..].CopyTo(window);
                filled--;
            }
            window[filled++] = next;
            if (filled == Length)
                grams.Add((ushort)(TermHash.Of(window) >> 16));
        }
        return [.. grams];
    }

    public static byte[] ToBytes(ushort[] grams)
    {
        var bytes = new byte[grams.Length * sizeof(ushort)];
        for (var index = 0; index < grams.Length; index++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(index * sizeof(ushort)), grams[index]);
        return bytes;
    }

    public static ushort[] FromBytes(ReadOnlySpan<byte> bytes)
    {
        var grams = MemoryMarshal.Cast<byte, ushort>(bytes).ToArray();
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(grams, grams);
        return grams;
    }
}
