using System.Numerics.Tensors;
using FactChecking.Semantics.Vectors;

namespace FactChecking.Tests.Semantics.Vectors;

public sealed class VectorIndexTests
{
    private const int Dimensions = 200; // no multiple of what a processor takes at once
    private const int Best = 10;
    private const int PassagesOfClaim = 4;
    private const int Messages = 50;
    private const float Noise = 0.6f;
    private const float Cone = 2;

    private readonly Random _random = new(7);

    [Fact]
    public void It_finds_what_comparing_everything_exactly_finds() =>
        Assert.InRange(Recall(vectors: 10_000, mostExact: 10_000), 0.98, 1);

    [Fact]
    public void Comparing_signs_first_loses_next_to_nothing() =>
        Assert.InRange(Recall(vectors: 20_000, mostExact: 5000), 0.95, 1);

    [Fact]
    public void A_claim_comes_once_and_by_its_best_passage()
    {
        var (vectors, _) = Clustered(3);
        var index = new VectorIndex(Dimensions);
        foreach (var (claim, vector) in new[] { (1, vectors[0]), (2, vectors[1]), (1, vectors[2]) })
            index.Add(claim, QuantisedVector.Of(vector));
        index.MeasureScale();

        var hits = index.Search(QuantisedVector.Of(vectors[2]), Best);

        Assert.Equal([1, 2], hits.Select(hit => hit.Claim));
        Assert.Equal(1, hits[0].Cosine, 1e-3);
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(100)]
    public void Claims_that_are_asked_for_come_however_far_they_are(int mostExact)
    {
        var (records, _) = Clustered(500);
        var index = new VectorIndex(Dimensions, mostExact);
        foreach (var (claim, vector) in records.Index())
            index.Add(claim, QuantisedVector.Of(vector));
        index.MeasureScale();
        var farthest = Enumerable.Range(0, 500).OrderBy(claim => TensorPrimitives.CosineSimilarity(records[0], records[claim])).Take(3).ToHashSet();

        var hits = index.Search(QuantisedVector.Of(records[0]), Best, farthest);

        Assert.Equal(index.Search(QuantisedVector.Of(records[0]), Best), hits.Take(Best));
        Assert.Equal(farthest.Order(), hits.Skip(Best).Select(hit => hit.Claim).Order());
        Assert.All(hits.Skip(Best), hit => Assert.Equal(TensorPrimitives.CosineSimilarity(records[0], records[hit.Claim]), hit.Cosine, 0.02));
    }

    [Fact]
    public void An_unrelated_pair_lies_at_zero_whatever_the_model_s_cosines_are()
    {
        var (records, _) = Clustered(2000, Cone);
        var index = new VectorIndex(Dimensions);
        foreach (var (claim, vector) in records.Index())
            index.Add(claim, QuantisedVector.Of(vector));
        index.MeasureScale();

        var hits = index.Search(QuantisedVector.Of(records[0]), records.Count);

        Assert.True(hits.Min(hit => hit.Cosine) > 0.7, "the vectors are no narrow cone");
        Assert.InRange(hits.Average(hit => hit.Normalised), -1, 1);
    }

    [Fact]
    public void Signs_are_taken_from_the_middle_of_a_narrow_cone() =>
        Assert.InRange(Recall(vectors: 20_000, mostExact: 5000, Cone), 0.95, 1);

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        var index = new VectorIndex(Dimensions);
        index.MeasureScale();

        Assert.Empty(index.Search(QuantisedVector.Of(Clustered(1).Records[0]), Best));
    }

    private double Recall(int vectors, int mostExact, float cone = 0)
    {
        var (records, messages) = Clustered(vectors, cone);
        var index = new VectorIndex(Dimensions, mostExact);
        foreach (var (place, vector) in records.Index())
            index.Add(place / PassagesOfClaim, QuantisedVector.Of(vector));
        index.MeasureScale();

        var found = 0;
        foreach (var message in messages)
        {
            var exact = records.Index()
                .GroupBy(item => item.Index / PassagesOfClaim, item => TensorPrimitives.Dot<float>(item.Item, message))
                .OrderByDescending(claim => claim.Max())
                .Take(Best)
                .Select(claim => claim.Key);
            found += index.Search(QuantisedVector.Of(message), Best).Select(hit => hit.Claim).Intersect(exact).Count();
        }
        return (double)found / (messages.Count * Best);
    }

    // Messages are records with some noise, as they are wordings of what is on record. A cone is what all have in common.
    private (List<float[]> Records, List<float[]> Messages) Clustered(int count, float cone = 0)
    {
        var common = Scaled(Unit(Gaussian()), cone);
        var centres = Enumerable.Range(0, Math.Max(1, count / 100)).Select(_ => Unit(Gaussian())).ToList();
        var records = Enumerable.Range(0, count).Select(_ => Near(centres[_random.Next(centres.Count)])).ToList();
        var messages = Enumerable.Range(0, Messages).Select(_ => Near(records[_random.Next(count)])).ToList();
        return ([.. records.Select(vector => Unit(Sum(vector, common)))], [.. messages.Select(vector => Unit(Sum(vector, common)))]);
    }

    private float[] Near(float[] vector) => Unit(Sum(vector, Scaled(Unit(Gaussian()), Noise)));

    private float[] Gaussian()
    {
        var vector = new float[Dimensions];
        for (var index = 0; index < vector.Length; index++)
            vector[index] = (float)(Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));
        return vector;
    }

    private static float[] Sum(float[] one, float[] other)
    {
        var sum = new float[one.Length];
        TensorPrimitives.Add<float>(one, other, sum);
        return sum;
    }

    private static float[] Scaled(float[] vector, float factor)
    {
        var scaled = new float[vector.Length];
        TensorPrimitives.Multiply(vector, factor, scaled);
        return scaled;
    }

    private static float[] Unit(float[] vector) => Scaled(vector, 1 / TensorPrimitives.Norm<float>(vector));
}
