using FactChecking.Matching.Index;

namespace FactChecking.Matching.Passages;

/// <summary>What a passage tells by itself, summed up once.</summary>
internal sealed class PassageWeights
{
    public PassageWeights(uint[] terms, ushort[] grams, ClaimIndex index)
    {
        Before = new float[terms.Length + 1];
        var seen = new HashSet<uint>();
        for (var position = 0; position < terms.Length; position++)
        {
            var weight = index.Weights.Of(terms[position]);
            Before[position + 1] = Before[position] + weight;
            if (!seen.Add(terms[position]))
                continue;
            Distinct += weight;
            Squares += weight * weight;
        }

        foreach (var gram in grams)
            Grams += index.Grams.Of(gram);
    }

    /// <summary>For every position the weight of the terms before it; the last is that of all.</summary>
    public float[] Before { get; }

    /// <summary>Weight of the distinct terms.</summary>
    public float Distinct { get; }

    /// <summary>Sum of the squares of those weights.</summary>
    public float Squares { get; }

    /// <summary>Weight of the runs of characters.</summary>
    public double Grams { get; }
}
