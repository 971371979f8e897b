using FactChecking.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FactChecking.Tests.Semantics;

public sealed class IndexFillerTests : IDisposable
{
    private static readonly string[] s_titles = [.. Enumerable.Range(0, 40).Select(number => $"story {number} of ship{number} and harbour{number}")];

    private readonly WordBag _model = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly EmbeddedRecords _records;

    public IndexFillerTests() => _records = new EmbeddedRecords(_clock);

    [Fact]
    public async Task Every_record_is_found_by_what_it_is_about()
    {
        _records.Publish(s_titles);
        _records.Start(_model);

        await FillAsync();

        Assert.Equal(s_titles, _model.Texts);
        Assert.Equal(s_titles[17], (await _records.FindAsync("they say that ship17 left harbour17"))[0]);
    }

    [Fact]
    public async Task A_restart_embeds_nothing_again()
    {
        _records.Publish(s_titles);
        _records.Start(_model);
        await FillAsync();
        _model.Texts.Clear();

        _records.Start(_model);
        await FillAsync();

        Assert.Empty(_model.Texts);
        Assert.Equal(s_titles[3], (await _records.FindAsync(s_titles[3]))[0]);
    }

    [Fact]
    public async Task After_a_stop_in_the_middle_it_goes_on_where_it_was()
    {
        _records.Publish(s_titles);
        _records.Start(_model);
        using var stop = new CancellationTokenSource();
        _model.Before = async (_, cancellationToken) =>
        {
            if (_model.Texts.Count >= 16)
                await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _records.Filler.FillAsync(stop.Token));

        _model.Before = (_, _) => Task.CompletedTask;
        _records.Start(_model);
        await FillAsync();

        Assert.Equal(s_titles, _model.Texts);
    }

    [Fact]
    public async Task Of_a_new_generation_only_the_changed_text_is_embedded()
    {
        _records.Publish(s_titles);
        _records.Start(_model);
        await FillAsync();
        _model.Texts.Clear();

        _records.Publish(s_titles.Select((title, number) => number == 5 ? "a lighthouse instead" : title));
        await FillAsync();

        Assert.Equal(["a lighthouse instead"], _model.Texts);
        Assert.Equal("a lighthouse instead", (await _records.FindAsync("lighthouse"))[0]);
    }

    [Fact]
    public async Task Another_model_shares_no_vectors()
    {
        _records.Publish(s_titles);
        _records.Start(_model);
        await FillAsync();
        _model.Texts.Clear();

        _records.Start(_model, "another");
        await FillAsync();

        Assert.Equal(s_titles, _model.Texts);
    }

    [Fact]
    public async Task What_is_there_is_found_while_the_rest_is_embedded()
    {
        _records.Publish(s_titles);
        _records.Start(_model);
        var during = new List<string>();
        _model.Before = async (texts, _) =>
        {
            if (texts.Contains(s_titles[^1]))
                during.AddRange(await _records.FindAsync(s_titles[2]));
        };

        await FillAsync();

        Assert.Equal(s_titles[2], during[0]);
    }

    [Fact]
    public async Task A_text_that_the_model_refuses_does_not_keep_back_the_rest()
    {
        _records.Publish(s_titles);
        _records.Start(_model);
        _model.Before = (texts, _) => texts.Contains(s_titles[4]) ? Task.FromException(new HttpRequestException()) : Task.CompletedTask;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var filling = _records.Filler.FillAsync(stop.Token);
        await PassTimeUntilAsync(() => _model.Texts.Count == s_titles.Length - 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);

        Assert.Equal(s_titles.Where((_, number) => number != 4).Order(), _model.Texts.Order());
        Assert.Equal(s_titles[5], (await _records.FindAsync(s_titles[5]))[0]);
    }

    [Fact]
    public async Task When_the_service_is_back_the_rest_is_embedded()
    {
        _records.Publish(s_titles);
        _records.Start(_model);
        var attempts = 0;
        _model.Before = (_, _) => ++attempts <= 3 ? Task.FromException(new HttpRequestException()) : Task.CompletedTask;

        var filling = FillAsync();
        await PassTimeUntilAsync(() => filling.IsCompleted);
        await filling;

        Assert.Equal(s_titles.Order(), _model.Texts.Order());
    }

    public void Dispose()
    {
        _model.Dispose();
        _records.Dispose();
    }

    private Task FillAsync() => _records.Filler.FillAsync(TestContext.Current.CancellationToken);

    private async Task PassTimeUntilAsync(Func<bool> done)
    {
        while (!done())
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
