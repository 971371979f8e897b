namespace FactChecking.Curation.Exchange.Imports;

/// <summary>Collects what a preview shows: all counts, and the first entries.</summary>
internal sealed class PreviewBuilder(string name)
{
    private readonly Dictionary<PreviewKind, int> _counts = [];
    private readonly List<PreviewEntry> _entries = [];
    private readonly List<string> _notes = [];

    public void Add(PreviewKind kind, string place, string id, string title, IReadOnlyList<FieldChange>? changes = null, LikelyDuplicate? like = null) =>
        Add(new PreviewEntry(kind, place, id, title, changes ?? [], like, null));

    public void AddRefused(ImportFault fault) => Add(new PreviewEntry(PreviewKind.Refused, fault.Place, "", "", [], null, fault));

    public void Note(string note) => _notes.Add(note);

    public ImportPreview Build()
    {
        var shown = _counts.Where(pair => pair.Key != PreviewKind.Same).Sum(pair => pair.Value);
        if (shown > _entries.Count)
            _notes.Add($"The first {_entries.Count} of {shown} items that are not the same are listed.");
        return new ImportPreview(name, _counts, _entries, _notes);
    }

    private void Add(PreviewEntry entry)
    {
        _counts[entry.Kind] = _counts.GetValueOrDefault(entry.Kind) + 1;
        if (entry.Kind != PreviewKind.Same && _entries.Count < ImportPreview.MaxEntries)
            _entries.Add(entry);
    }
}
