using System.Numerics;

namespace FactChecking.Semantics.Vectors;

/// <summary>
/// A bit a component: on which side of the middle of all vectors it lies. Comparing bits finds the few hundred vectors that
/// are worth an exact look, in a fraction of the time. The middle matters: models such as E5 keep all their vectors in one
/// narrow cone, where the plain signs are nearly all the same.
/// </summary>
/// <param name="middle">The middle of the vectors.</param>
internal sealed class SignFilter(float[] middle)
{
    private readonly int _words = (middle.Length + 63) / 64;
    private ulong[][] _blocks = [];

    /// <summary>Notes the signs of one vector.</summary>
    public void Set(int block, int row, ReadOnlySpan<sbyte> components, float scale)
    {
        if (block == _blocks.Length)
            _blocks = [.. _blocks, new ulong[VectorBlock.Capacity * _words]];
        Write(components, scale, _blocks[block].AsSpan(row * _words, _words));
    }

    /// <summary>The places of the vectors whose bits are most like those of the query, of the first <paramref name="vectors"/>.</summary>
    public int[] Nearest(QuantisedVector query, int vectors, int count)
    {
        Span<ulong> bits = stackalloc ulong[_words];
        Write(query.Components, query.Scale, bits);

        var nearest = new PriorityQueue<int, int>(count + 1); // the farthest leaves first
        var farthest = int.MaxValue;
        for (var place = 0; place < vectors; place++)
        {
            var row = _blocks[place / VectorBlock.Capacity].AsSpan(place % VectorBlock.Capacity * _words, _words);
            var distance = 0;
            for (var word = 0; word < row.Length; word++)
                distance += BitOperations.PopCount(row[word] ^ bits[word]);
            if (distance >= farthest)
                continue;
            nearest.Enqueue(place, -distance);
            if (nearest.Count <= count)
                continue;
            nearest.Dequeue();
            nearest.TryPeek(out _, out var priority);
            farthest = -priority;
        }
        return [.. nearest.UnorderedItems.Select(item => item.Element)];
    }

    private void Write(ReadOnlySpan<sbyte> components, float scale, Span<ulong> bits)
    {
        bits.Clear();
        for (var index = 0; index < middle.Length; index++)
        {
            if (components[index] * scale > middle[index])
                bits[index >> 6] |= 1UL << (index & 63);
        }
    }
}
