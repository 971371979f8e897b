using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FactChecking.Semantics.Vectors;

/// <summary>Products of rows of signed bytes, as wide as the processor goes.</summary>
internal static class SignedBytes
{
    /// <summary>Rows are filled up with zeros to a multiple of this, so that no processor leaves a rest.</summary>
    public const int Alignment = 64;

    /// <summary>How long a row of so many components is.</summary>
    public static int RowLength(int components) => (components + Alignment - 1) / Alignment * Alignment;

    /// <summary>The dot product of a row and a query that was widened beforehand, as many rows meet the same query.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref var components = ref MemoryMarshal.GetReference(row);
        ref var weights = ref MemoryMarshal.GetReference(query);
        var sum = Vector<int>.Zero;
        for (nuint place = 0; place < (nuint)row.Length; place += (nuint)Vector<sbyte>.Count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref components, place), out var low, out var high);
            // Two products of values up to 127 fit in 16 bits.
            var products = (low * Vector.LoadUnsafe(ref weights, place))
                + (high * Vector.LoadUnsafe(ref weights, place + (nuint)Vector<short>.Count));
            Vector.Widen(products, out var first, out var second);
            sum += first + second;
        }
        return Vector.Sum(sum);
    }
}
