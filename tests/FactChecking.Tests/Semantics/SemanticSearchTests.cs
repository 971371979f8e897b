using FactChecking.Tests.Support;

namespace FactChecking.Tests.Semantics;

public sealed class SemanticSearchTests : IDisposable
{
    private const string Message = "the ship left the harbour";

    private readonly WordBag _model = new();
    private readonly EmbeddedRecords _records = new();

    [Fact]
    public async Task A_message_that_goes_round_is_embedded_once()
    {
        await StartAsync();

        var first = await _records.FindAsync(Message);
        var second = await _records.FindAsync(Message);

        Assert.Equal(first, second);
        Assert.Equal([Message], _model.Texts);
        Assert.Equal(["done", "done"], _records.Outcomes);
    }

    [Fact]
    public async Task A_model_that_fails_finds_nothing_and_is_counted()
    {
        await StartAsync();
        _model.Before = (_, _) => Task.FromException(new InvalidOperationException());

        Assert.Empty(await _records.FindAsync(Message));
        Assert.Equal(["failed"], _records.Outcomes);
    }

    [Fact]
    public async Task A_model_that_takes_too_long_is_not_waited_for()
    {
        await StartAsync(timeout: 0.1);
        _model.Before = (_, _) => Task.Delay(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Empty(await _records.FindAsync(Message));
        Assert.Equal(["timeout"], _records.Outcomes);
    }

    [Fact]
    public async Task Claims_of_another_generation_are_never_returned()
    {
        await StartAsync();

        _records.Publish("quite another claim", "and one more");

        Assert.Empty(await _records.FindAsync(Message));
        Assert.Equal(["not_ready"], _records.Outcomes);
    }

    [Fact]
    public async Task Who_stops_the_search_is_told()
    {
        await StartAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _records.Search.FindAsync(_records.Knowledge.Current, Message, 3, stopped.Token));
    }

    public void Dispose()
    {
        _model.Dispose();
        _records.Dispose();
    }

    private async Task StartAsync(double timeout = 5)
    {
        _records.Publish("a ship left", "bread is dear", "the moon is made of cheese");
        _records.Start(_model, timeout: timeout);
        await _records.Filler.FillAsync(TestContext.Current.CancellationToken);
        _model.Texts.Clear();
    }
}
