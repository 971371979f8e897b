using FactChecking.Semantics;
using FactChecking.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FactChecking.Tests.Semantics;

public sealed class EmbeddingWorkerTests : IDisposable
{
    private readonly WordBag _model = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly EmbeddedRecords _records;

    public EmbeddingWorkerTests() => _records = new EmbeddedRecords(_clock);

    [Fact]
    public async Task A_new_generation_is_embedded_when_it_comes()
    {
        _records.Start(_model);
        using var worker = new EmbeddingWorker(_records.Knowledge, _records.Filler, _clock, NullLogger<EmbeddingWorker>.Instance);

        // There is no database yet: the worker waits for one.
        await worker.StartAsync(TestContext.Current.CancellationToken);
        _records.Publish("a ship left", "bread is dear");
        await FoundAsync("a ship left");
        _records.Publish("the moon is made of cheese", "bread is dear");
        await FoundAsync("the moon is made of cheese");
        await worker.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, _model.Texts.Count(text => text == "bread is dear"));
    }

    public void Dispose()
    {
        _model.Dispose();
        _records.Dispose();
    }

    private async Task FoundAsync(string title)
    {
        while ((await _records.FindAsync(title)).FirstOrDefault() != title)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
