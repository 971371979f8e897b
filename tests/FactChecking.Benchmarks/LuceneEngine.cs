using System.Diagnostics;
using FactChecking.Storage;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace FactChecking.Benchmarks;

/// <summary>Lucene.Net: BM25 over one field, one segment, mapped into memory.</summary>
internal sealed class LuceneEngine : ISearchEngine
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Field = "terms";

    private readonly MMapDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public LuceneEngine(SqliteFile records, string folder)
    {
        _directory = new MMapDirectory(folder);
        if (!DirectoryReader.IndexExists(_directory))
            BuildTime = Build(records);
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
        Bytes = _directory.ListAll().Sum(_directory.FileLength);
    }

    public string Name => "Lucene.Net";

    public TimeSpan? BuildTime { get; }

    public long Bytes { get; }

    public int Search(string message)
    {
        var query = new BooleanQuery();
        foreach (var term in RecordTerms.Of(message))
            query.Add(new TermQuery(new Term(Field, term)), Occur.SHOULD);
        return _searcher.Search(query, RecordTerms.Candidates).ScoreDocs.Length;
    }

    private TimeSpan Build(SqliteFile records)
    {
        var started = Stopwatch.GetTimestamp();
        using var analyzer = new WhitespaceAnalyzer(Version);
        using var writer = new IndexWriter(_directory, new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity() });
        foreach (var (_, terms) in RecordTerms.Of(records))
            writer.AddDocument([new TextField(Field, terms, Lucene.Net.Documents.Field.Store.NO)]);
        writer.ForceMerge(1);
        writer.Commit();
        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }
}
