using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Storage;

namespace FactChecking.Tests.Support;

/// <summary>The records of <c>data/</c>, loaded once into a real file for all tests that only read them.</summary>
public sealed class CuratedKnowledge : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public KnowledgeBase Knowledge { get; private set; } = null!; // set before the first test runs

    public async ValueTask InitializeAsync()
    {
        var file = new SqliteFile(_folder.File("knowledge.db"));
        await new KnowledgePublisher(file, TimeProvider.System).LoadAsync(new DataFolder(Repository.Data), CancellationToken.None);
        Knowledge = new KnowledgeBase(file);
    }

    public ValueTask DisposeAsync()
    {
        Knowledge.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
