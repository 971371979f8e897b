using System.Text.Json;
using FactChecking.Curation.Exchange.Imports;

namespace FactChecking.Curation.Exchange.ClaimReviews;

/// <summary>
/// Reads JSON-LD item by item: the values of a top-level array, of a list in a top-level object, or the object itself. One
/// item is in memory at a time.
/// </summary>
internal sealed class JsonItemReader(Stream stream, string name, int mostDepth)
{
    // No review is nearly as large; what is, is something else.
    private const int LargestItem = 8 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isFinal;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = mostDepth });

    /// <summary>The items.</summary>
    /// <param name="lists">Names of the lists in a top-level object whose values are items.</param>
    /// <returns>Each item with, where it was in a list, the fields of the top-level object that came before.</returns>
    /// <exception cref="ImportRefusedException">It is not JSON, or too deep.</exception>
    public IEnumerable<(JsonElement Item, IReadOnlyDictionary<string, JsonElement> Around)> Read(IReadOnlyCollection<string> lists)
    {
        SkipMark();
        var around = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        switch (ReadToken(out _))
        {
            case JsonTokenType.StartArray:
                while (TryReadValue(out var item))
                    yield return (item, around);
                break;
            case JsonTokenType.StartObject:
                var isList = false;
                while (ReadToken(out var property) == JsonTokenType.PropertyName)
                {
                    if (lists.Contains(property) && TryEnterArray())
                    {
                        isList = true;
                        while (TryReadValue(out var item))
                            yield return (item, around);
                    }
                    else if (TryReadValue(out var value))
                    {
                        around[property] = value;
                    }
                }
                if (!isList)
                    yield return (JsonSerializer.SerializeToElement(around), around);
                break;
            default:
                throw Refused(1, "holds neither an object nor an array");
        }
        if (!IsAtEnd())
            throw Refused(1, "holds more after its end");
    }

    private JsonTokenType ReadToken(out string property)
    {
        while (true)
        {
            var reader = Reader();
            try
            {
                if (reader.Read())
                {
                    property = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : ""; // a name is text
                    Keep(reader);
                    return reader.TokenType;
                }
            }
            catch (JsonException exception)
            {
                throw NotJson(exception, reader.CurrentDepth);
            }
            Fill();
        }
    }

    private bool TryEnterArray()
    {
        while (true)
        {
            var reader = Reader();
            try
            {
                if (reader.Read())
                {
                    if (reader.TokenType != JsonTokenType.StartArray)
                        return false;
                    Keep(reader);
                    return true;
                }
            }
            catch (JsonException exception)
            {
                throw NotJson(exception, reader.CurrentDepth);
            }
            Fill();
        }
    }

    /// <summary>The next value; false at the end of what holds the values.</summary>
    private bool TryReadValue(out JsonElement value)
    {
        while (true)
        {
            var reader = Reader();
            var ahead = reader;
            try
            {
                // Looked through first: JsonDocument puts the reader back when it fails, and how deep it was is lost.
                if (ahead.Read() && (ahead.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject || ahead.TrySkip()))
                {
                    reader.Read();
                    if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                    {
                        Keep(reader);
                        value = default;
                        return false;
                    }
                    using var document = JsonDocument.ParseValue(ref reader);
                    value = document.RootElement.Clone();
                    Keep(reader);
                    return true;
                }
            }
            catch (JsonException exception)
            {
                throw NotJson(exception, ahead.CurrentDepth);
            }
            Fill();
        }
    }

    private bool IsAtEnd()
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start).TrimStart(" \t\r\n"u8);
            if (!rest.IsEmpty || _isFinal)
                return rest.IsEmpty;
            _start = _end;
            Fill();
        }
    }

    private Utf8JsonReader Reader() => new(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);

    private void Keep(Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        if (_isFinal)
            throw Refused(1, "breaks off");
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end > LargestItem)
            throw Refused(1, $"holds an item of more than {LargestItem / 1024 / 1024} MB");
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        // More than a little at a time, so that a long item is not looked through again for every piece of it.
        var read = stream.ReadAtLeast(_buffer.AsSpan(_end), Math.Min(_buffer.Length - _end, 32 * 1024), throwOnEndOfStream: false);
        _end += read;
        _isFinal = read == 0;
    }

    private void SkipMark()
    {
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            _start = 3;
    }

    // The reader counts a bracket that it stopped at as not yet entered.
    private ImportRefusedException NotJson(JsonException exception, int depth) => depth >= mostDepth - 1
        ? new ImportRefusedException(name, $"line {exception.LineNumber + 1}", "", $"is nested deeper than {mostDepth} levels", "No review is: look what the file holds (the limit is Exchange:MaxDepth)")
        : Refused(exception.LineNumber + 1 ?? 1, $"is not JSON at byte {exception.BytePositionInLine} of the line");

    private ImportRefusedException Refused(long line, string reason) =>
        new(name, $"line {line}", "", reason, "Give the file as it was published: ClaimReview in JSON-LD, one object, an array, an @graph or a feed");
}
