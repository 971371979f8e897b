using System.Runtime.InteropServices;

namespace FactChecking.Matching;

/// <summary>Places by key, those of one key side by side and in the order in which they came.</summary>
internal sealed class Postings<TKey, TPlace>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _numbers;
    private readonly int[] _starts;
    private readonly TPlace[] _places;

    public Postings(List<(TKey Key, TPlace Place)> all)
    {
        _numbers = new Dictionary<TKey, int>(all.Count);
        _starts = new int[all.Count + 1];
        _places = new TPlace[all.Count];

        var numbers = new int[all.Count];
        for (var index = 0; index < numbers.Length; index++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, all[index].Key, out var isKnown);
            if (!isKnown)
                number = _numbers.Count - 1;
            numbers[index] = number;
            _starts[number + 1]++;
        }

        for (var number = 0; number < _numbers.Count; number++)
            _starts[number + 1] += _starts[number];
        var next = _starts.ToArray();
        for (var index = 0; index < numbers.Length; index++)
            _places[next[numbers[index]]++] = all[index].Place;
    }

    public ReadOnlySpan<TPlace> Of(TKey key) =>
        _numbers.TryGetValue(key, out var number) ? _places.AsSpan(_starts[number].._starts[number + 1]) : [];
}
