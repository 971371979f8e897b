using FactChecking.Curation.Publishing;

namespace FactChecking.Benchmarks;

/// <summary>
/// As many records as wanted: first those of the set, then grown ones. A grown record has the lengths of a random record
/// of the set. Half of its words follow the word before them as they do somewhere in the set, half are drawn by their
/// frequency in the set. The vocabulary does not grow with the records as that of real ones would, so that the lists of
/// the index are longer than real ones and searches slower.
/// </summary>
internal sealed class GrownRecords
{
    private readonly BenchmarkSet _set;
    private readonly Random _random = new(BenchmarkSet.Seed);

    // Every text of the set, one after the other, and where each word stands in them.
    private readonly string[] _words;
    private readonly ILookup<string, int> _places;

    public GrownRecords(BenchmarkSet set)
    {
        _set = set;
        _words = [.. set.Records.SelectMany(record => Words(record.Title).Concat(Words(record.Sub)).Concat(Words(record.Text)).Concat(Words(record.Ref)))];
        _places = _words.Index().ToLookup(item => item.Item, item => item.Index);
    }

    public IEnumerable<ImportRecord> Take(int count)
    {
        foreach (var record in _set.Records.Take(count))
            yield return record;
        for (var number = _set.Records.Count; number < count; number++)
        {
            var model = _set.Records[_random.Next(_set.Records.Count)];
            yield return new ImportRecord($"grown-{number}", model.Lang, Like(model.Title), Like(model.Text), Like(model.Sub), Like(model.Ref), null, null);
        }
    }

    private string? Like(string? text)
    {
        var words = new string[Words(text).Length];
        if (words.Length == 0)
            return null;
        for (var (index, place) = (0, Anywhere()); index < words.Length; index++, place = _random.Next(2) == 0 ? Anywhere() : After(place))
            words[index] = _words[place];
        return string.Join(' ', words);
    }

    private int Anywhere() => _random.Next(_words.Length);

    private int After(int place)
    {
        var places = (IList<int>)_places[_words[place]];
        return (places[_random.Next(places.Count)] + 1) % _words.Length;
    }

    private static string[] Words(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
