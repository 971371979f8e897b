using System.Text.Json;
using FactChecking.Curation.Calibration;
using FactChecking.Curation.Publishing;
using FactChecking.Foundation;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Storage;

namespace FactChecking.Tests.Support;

/// <summary>Made-up records in a real file, and messages that share half of the words of one of them.</summary>
internal sealed class LabelledRecords : IDisposable
{
    private const int Words = 8;

    private static readonly string[] s_latin = ["ba", "do", "ki", "lu", "mar", "ne", "pol", "ris", "su", "ta", "ven", "zo"];
    private static readonly string[] s_ukrainian = ["бі", "до", "кі", "лу", "мар", "нє", "пол", "рис", "су", "та", "вен", "зо"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<string[]> _titles;

    /// <param name="count">How many records.</param>
    /// <param name="language">"en" or "uk".</param>
    public LabelledRecords(int count, string language)
    {
        _titles = [.. Enumerable.Range(0, count).Select(record => Title(record, language))];
        var import = _folder.File("import.jsonl");
        File.WriteAllLines(import, _titles.Index().Select(item =>
            JsonSerializer.Serialize(new { id = $"r{item.Index}", lang = language, title = string.Join(' ', item.Item) }, FactCheckingJson.Plain)));
        var file = new SqliteFile(_folder.File("knowledge.db"));
        new RecordsImport(new KnowledgePublisher(file, TimeProvider.System)).Import(import);
        Knowledge = new KnowledgeBase(file);
    }

    public KnowledgeBase Knowledge { get; }

    public TemporaryFolder Folder => _folder;

    /// <summary>A message with these of the words of a record, and three that no record holds.</summary>
    public string Message(int record, int words) => Message(_titles[record], words);

    /// <summary>A message with these of the words of a title, and three that no record holds.</summary>
    public static string Message(string[] title, int words) =>
        string.Join(' ', title.Take(words).Concat(["qwxx", "wqxq", "xqwq"]));

    /// <summary>A message for every record, confirmed as a test says.</summary>
    public IReadOnlyList<LabelledMatch> Label(Func<int, bool> isConfirmed, string language, int words = 5) =>
        [.. _titles.Index().Select(item => new LabelledMatch(Message(item.Index, words), language, $"r{item.Index}", isConfirmed(item.Index)))];

    /// <summary>The words of a made-up title.</summary>
    public static string[] Title(int record, string language)
    {
        var random = new Random(record);
        var syllables = language == ReplyLanguages.Ukrainian ? s_ukrainian : s_latin;
        return [.. Enumerable.Range(0, Words).Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => syllables[random.Next(syllables.Length)])))];
    }

    public void Dispose()
    {
        Knowledge.Dispose();
        _folder.Dispose();
    }
}
