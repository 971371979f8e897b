using System.Numerics.Tensors;

namespace FactChecking.Semantics.Vectors;

/// <summary>
/// The vectors of one generation in memory. All of them are compared, exactly; of very many, those that a comparison of
/// signs leaves. One thread adds, any number search what is there so far.
/// </summary>
/// <param name="dimensions">How many numbers a vector has.</param>
/// <param name="mostExact">With more vectors than this, signs are compared first.</param>
internal sealed class VectorIndex(int dimensions, int mostExact = VectorIndex.MaxExact)
{
    private const int MaxExact = 200_000;
    private const int Shortlist = 500;
    private const int Pairs = 1000;
    private const int LargestSample = 10_000;

    private VectorBlock[] _blocks = [];
    private SignFilter? _filter;
    private CosineScale? _scale;
    private int _count;

    /// <summary>How many vectors there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Adds the vector of a passage.</summary>
    public void Add(int claim, QuantisedVector vector)
    {
        var (block, row) = Math.DivRem(_count, VectorBlock.Capacity);
        if (block == _blocks.Length)
            _blocks = [.. _blocks, new VectorBlock(dimensions)];
        _blocks[block].Set(row, claim, vector);
        _filter?.Set(block, row, vector.Components, vector.Scale);

        // Searches read the count first: what it covers is in place.
        Volatile.Write(ref _count, _count + 1);
        if (_filter is null && _count > mostExact)
            Volatile.Write(ref _filter, CreateFilter());
    }

    /// <summary>Learns how alike unrelated passages are. Nothing is found before.</summary>
    public void MeasureScale()
    {
        if (_count == 0)
            return;
        var random = new Random(1); // the same records, the same scale
        var cosines = new List<float>(Pairs);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (one, other) = (random.Next(_count), random.Next(_count));
            if (ClaimAt(one) != ClaimAt(other))
                cosines.Add(Cosine(other, Widen(RowAt(one)), ScaleAt(one)));
        }
        if (cosines.Count > 0)
            Volatile.Write(ref _scale, CosineScale.Of(cosines));
    }

    /// <summary>The claims that are most like the query, best first, each by its best passage.</summary>
    /// <param name="query">Vector of the query.</param>
    /// <param name="count">How many claims to return at most.</param>
    /// <param name="also">Claims to return after these, however far they are; null: none.</param>
    public IReadOnlyList<SemanticHit> Search(QuantisedVector query, int count, IReadOnlySet<int>? also = null)
    {
        var vectors = Count;
        if (Volatile.Read(ref _scale) is not { } scale)
            return [];

        var padded = new sbyte[SignedBytes.RowLength(dimensions)];
        query.Components.CopyTo(padded);
        var widened = Widen(padded);
        var best = new TopClaimsByCosine(count);
        if (Volatile.Read(ref _filter) is { } filter)
        {
            foreach (var place in filter.Nearest(query, vectors, Shortlist))
                best.Offer(ClaimAt(place), Cosine(place, widened, query.Scale));
        }
        else
        {
            for (var place = 0; place < vectors; place++)
                best.Offer(ClaimAt(place), Cosine(place, widened, query.Scale));
        }
        var ranked = best.Ranked();
        var missing = also?.Except(ranked.Select(hit => hit.Claim)).ToHashSet();
        return [.. ranked.Concat(missing is null or { Count: 0 } ? [] : Compare(missing, vectors, widened, query.Scale))
            .Select(hit => new SemanticHit(hit.Claim, hit.Score, scale.Normalise(hit.Score)))];
    }

    // Looks at the claim of every vector, which costs a fraction of comparing it.
    private IReadOnlyList<(int Claim, float Score)> Compare(HashSet<int> claims, int vectors, ReadOnlySpan<short> query, float queryScale)
    {
        var best = new TopClaimsByCosine(claims.Count);
        for (var place = 0; place < vectors; place++)
        {
            if (claims.Contains(ClaimAt(place)))
                best.Offer(ClaimAt(place), Cosine(place, query, queryScale));
        }
        return best.Ranked();
    }

    private int ClaimAt(int place) => _blocks[place / VectorBlock.Capacity].Claims[place % VectorBlock.Capacity];

    private float ScaleAt(int place) => _blocks[place / VectorBlock.Capacity].Scales[place % VectorBlock.Capacity];

    private ReadOnlySpan<sbyte> RowAt(int place) => _blocks[place / VectorBlock.Capacity].RowAt(place % VectorBlock.Capacity);

    private float Cosine(int place, ReadOnlySpan<short> query, float queryScale) =>
        SignedBytes.Dot(RowAt(place), query) * ScaleAt(place) * queryScale;

    private static short[] Widen(ReadOnlySpan<sbyte> row)
    {
        var widened = new short[row.Length];
        for (var index = 0; index < row.Length; index++)
            widened[index] = row[index];
        return widened;
    }

    private SignFilter CreateFilter()
    {
        var filter = new SignFilter(Middle());
        for (var place = 0; place < _count; place++)
            filter.Set(place / VectorBlock.Capacity, place % VectorBlock.Capacity, RowAt(place), ScaleAt(place));
        return filter;
    }

    // Of a sample from all over: vectors that come one after the other are of one claim, or of one day.
    private float[] Middle()
    {
        var middle = new float[dimensions];
        var step = Math.Max(1, _count / LargestSample);
        var sampled = 0;
        for (var place = 0; place < _count; place += step, sampled++)
        {
            var row = RowAt(place);
            var scale = ScaleAt(place);
            for (var index = 0; index < dimensions; index++)
                middle[index] += row[index] * scale;
        }
        TensorPrimitives.Divide(middle, sampled, middle);
        return middle;
    }
}
