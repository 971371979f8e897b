namespace FactChecking.Matching.Index;

/// <summary>Keeps the best few of many scored claims; of equals, the ones seen first.</summary>
internal sealed class TopClaims(int count)
{
    private readonly PriorityQueue<int, (ushort Score, int Order)> _queue = new(count + 1);
    private int _offered;

    /// <summary>A score must be above this to be kept.</summary>
    public ushort Floor { get; private set; }

    public void Offer(int claim, ushort score)
    {
        // Of equal scores the later one leaves first.
        _queue.Enqueue(claim, (score, -_offered++));
        if (_queue.Count > count)
            _queue.Dequeue();
        if (_queue.Count == count && _queue.TryPeek(out _, out var worst))
            Floor = worst.Score;
    }

    /// <summary>The kept claims, best first.</summary>
    public IReadOnlyList<(int Claim, ushort Score)> Drain()
    {
        var claims = new (int, ushort)[_queue.Count];
        for (var index = claims.Length - 1; index >= 0; index--)
        {
            _queue.TryDequeue(out var claim, out var priority);
            claims[index] = (claim, priority.Score);
        }
        return claims;
    }
}
