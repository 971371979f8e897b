using BotHost.Store;
using BotHost.Store.Database;
using FactChecking.Curation;
using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Curation.Publishing;
using FactChecking.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactChecking.Tests.Curation.Editing;

public sealed class RecordEditorTests : IAsyncLifetime
{
    private static readonly RecordKey Key = new("events", "E-2022-02-24-INV");

    private readonly TemporaryFolder _folder = new();
    private ServiceProvider _services = null!; // InitializeAsync runs first
    private RecordEditor _editor = null!;      // likewise
    private RevisionStore _revisions = null!;  // likewise

    private string Data => _folder.File("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        DataCopy.To(Data);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Knowledge:Database"] = _folder.File("knowledge.db"),
            ["Knowledge:DataFolder"] = Data,
            ["Bot:Database"] = _folder.File("bot.db"),
            ["Prompts:Folder"] = Path.Combine(Repository.Root, "prompts"),
        }).Build();
        _services = new ServiceCollection().AddLogging().AddFactChecking(configuration).AddBotStore(configuration).AddCuration(configuration).BuildServiceProvider();
        await _services.GetRequiredService<BotDatabase>().StartAsync(Stop);
        await _services.GetRequiredService<KnowledgePublisher>().LoadAsync(_services.GetRequiredService<DataFolder>(), Stop);
        _editor = _services.GetRequiredService<RecordEditor>();
        _revisions = _services.GetRequiredService<RevisionStore>();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<BotDatabase>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_change_is_saved_reviewed_and_published()
    {
        var before = await GetAsync();
        var changed = Noted(before.Text!, "Seen again.");

        var number = await SaveAsync(before.Version, changed, "anna");
        Assert.Null(await _editor.SubmitAsync(number, "anna", Stop));
        Assert.Null(await _editor.PublishAsync(number, "boris", "The date was wrong.", Stop));

        Assert.Equal(changed, (await GetAsync()).Published);
        Assert.Equal(RevisionState.Published, (await _revisions.FindAsync(number))!.State);
        Assert.Equal("The date was wrong.", Assert.Single(await _revisions.CorrectionsAsync(Key.Id, 10)).Wording);
        var folder = _services.GetRequiredService<DataFolder>();
        Assert.False(await _services.GetRequiredService<KnowledgePublisher>().LoadAsync(folder, Stop), "the database had not followed");
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_loses_nothing()
    {
        var both = await GetAsync();
        var mine = Noted(both.Text!, "What the second says.");
        await SaveAsync(both.Version, Noted(both.Text!, "What the first says."), "anna");

        var outcome = await _editor.SaveAsync(Key, both.Version, mine, "boris", "second", Stop);

        var conflict = Assert.IsType<SaveOutcome.Conflict>(outcome);
        Assert.Contains("What the first says.", conflict.Theirs.Text, StringComparison.Ordinal);
        Assert.Equal("anna", conflict.Theirs.Open!.Author);
        Assert.Equal(mine, (await _revisions.FindAsync(conflict.Number))!.Text);
        // Having seen both, the second goes on from theirs.
        await SaveAsync(conflict.Theirs.Version, mine, "boris");
    }

    [Fact]
    public async Task Two_who_save_at_the_same_moment_do_not_both_win()
    {
        var both = await GetAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(
            () => _editor.SaveAsync(Key, both.Version, Noted(both.Text!, $"Number {index}."), $"user {index}", "at once", Stop))));

        Assert.Single(outcomes.OfType<SaveOutcome.Saved>());
        Assert.Equal(7, outcomes.OfType<SaveOutcome.Conflict>().Count());
        Assert.Equal(9, (await _revisions.HistoryAsync(Key)).Count); // these, and the text that was there before
    }

    [Fact]
    public async Task Who_wrote_a_part_of_a_change_cannot_publish_it()
    {
        var before = await GetAsync();
        await SaveAsync(before.Version, Noted(before.Text!, "By anna."), "anna");
        var number = await SaveAsync((await GetAsync()).Version, Noted(before.Text!, "By boris."), "boris");

        var refused = await _editor.PublishAsync(number, "Anna", null, Stop);

        Assert.Contains("Somebody else has to publish", refused, StringComparison.Ordinal);
        Assert.Null(await _editor.PublishAsync(number, "chloe", null, Stop));
    }

    [Fact]
    public async Task What_is_not_sound_is_saved_but_not_published()
    {
        var before = await GetAsync();
        var unsound = before.Text!.Replace("date: ", "day: ", StringComparison.Ordinal);

        var outcome = await _editor.SaveAsync(Key, before.Version, unsound, "anna", "half done", Stop);

        var saved = Assert.IsType<SaveOutcome.Saved>(outcome);
        Assert.Contains(saved.Faults, fault => fault.ToString().Contains("day", StringComparison.Ordinal));
        Assert.Contains("Mend the faults", await _editor.SubmitAsync(saved.Number, "anna", Stop), StringComparison.Ordinal);
        Assert.Contains("not be sound", await _editor.PublishAsync(saved.Number, "boris", null, Stop), StringComparison.Ordinal);
        Assert.Equal(before.Published, (await GetAsync()).Published);
    }

    [Fact]
    public async Task A_file_that_was_changed_by_hand_meanwhile_is_not_written_over()
    {
        var before = await GetAsync();
        var number = await SaveAsync(before.Version, Noted(before.Text!, "From the desk."), "anna");
        var byHand = Noted(before.Text!, "By hand.");
        await File.WriteAllTextAsync(Path.Combine(Data, Key.Kind, $"{Key.Id}.yaml"), byHand, Stop);

        var refused = await _editor.PublishAsync(number, "boris", null, Stop);

        Assert.Contains("changed outside", refused, StringComparison.Ordinal);
        Assert.Equal(byHand, (await GetAsync()).Published);
    }

    [Fact]
    public async Task A_new_record_and_a_record_taken_out_are_published_alike()
    {
        var key = new RecordKey("events", "E-2030-01-01-NEW");
        var text = (await GetAsync()).Text!.Replace(Key.Id, key.Id, StringComparison.Ordinal);

        var outcome = await _editor.SaveAsync(key, null, text, "anna", "new", Stop);
        Assert.Null(await _editor.PublishAsync(Assert.IsType<SaveOutcome.Saved>(outcome).Number, "boris", null, Stop));
        Assert.True(File.Exists(Path.Combine(Data, "events", $"{key.Id}.yaml")));

        var now = await _editor.FindAsync(key, Stop);
        outcome = await _editor.SaveAsync(key, now!.Version, null, "anna", "not needed", Stop);
        Assert.Null(await _editor.PublishAsync(Assert.IsType<SaveOutcome.Saved>(outcome).Number, "boris", null, Stop));
        Assert.False(File.Exists(Path.Combine(Data, "events", $"{key.Id}.yaml")));
        Assert.Null(await _editor.FindAsync(key, Stop));
    }

    [Theory]
    [InlineData("events", "../../etc/passwd")]
    [InlineData("events", "E-1/../../x")]
    [InlineData("schema", "E-1")]
    [InlineData("..", "E-1")]
    [InlineData("events", "E-1\n")]
    public void No_key_leads_out_of_the_data_folder(string kind, string id) => Assert.Null(RecordKey.Of(kind, id));

    private async Task<RecordState> GetAsync() => (await _editor.FindAsync(Key, Stop))!; // it is in the data folder

    private async Task<long> SaveAsync(string version, string text, string author) =>
        Assert.IsType<SaveOutcome.Saved>(await _editor.SaveAsync(Key, version, text, author, "a test", Stop)).Number;

    private static string Noted(string text, string note) => text.Replace("evidence:", $"note: {note}\nevidence:", StringComparison.Ordinal);
}
