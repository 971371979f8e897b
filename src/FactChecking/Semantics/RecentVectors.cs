using FactChecking.Semantics.Vectors;

namespace FactChecking.Semantics;

/// <summary>The vectors of the last messages: what goes round is sent in by many. The messages themselves are not kept.</summary>
internal sealed class RecentVectors(int capacity)
{
    private readonly Lock _using = new();
    private readonly LinkedList<(string Key, QuantisedVector Vector)> _newestFirst = [];
    private readonly Dictionary<string, LinkedListNode<(string Key, QuantisedVector Vector)>> _nodes = [];

    public QuantisedVector? Find(string text)
    {
        lock (_using)
        {
            if (!_nodes.TryGetValue(KeyOf(text), out var node))
                return null;
            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            return node.Value.Vector;
        }
    }

    public void Add(string text, QuantisedVector vector)
    {
        var key = KeyOf(text);
        lock (_using)
        {
            if (_nodes.ContainsKey(key))
                return;
            _nodes.Add(key, _newestFirst.AddFirst((key, vector)));
            if (_nodes.Count <= capacity)
                return;
            _nodes.Remove(_newestFirst.Last!.Value.Key); // there is one more than the capacity
            _newestFirst.RemoveLast();
        }
    }

    private static string KeyOf(string text) => Convert.ToHexString(TextFingerprint.Of(text));
}
