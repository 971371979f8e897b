using System.Runtime.InteropServices;

namespace FactChecking.Semantics.Vectors;

/// <summary>Keeps the best few claims of many scored passages, each by its best passage.</summary>
internal sealed class TopClaimsByCosine(int count)
{
    private readonly Dictionary<int, float> _best = [];

    // A claim below this is beaten by enough others already.
    private float _floor = float.NegativeInfinity;

    public void Offer(int claim, float score)
    {
        if (score <= _floor)
            return;
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(_best, claim, out var isKnown);
        if (!isKnown || score > best)
            best = score;
        if (_best.Count >= 4 * count)
            Prune();
    }

    /// <summary>The claims, best first.</summary>
    public IReadOnlyList<(int Claim, float Score)> Ranked() =>
        [.. _best.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(count).Select(pair => (pair.Key, pair.Value))];

    private void Prune()
    {
        var kept = Ranked();
        _best.Clear();
        foreach (var (claim, score) in kept)
            _best.Add(claim, score);
        _floor = kept[^1].Score;
    }
}
