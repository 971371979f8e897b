using FactChecking.Curation.Calibration;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Calibration;

/// <summary>The weight of the cosine, fitted to matches of one embedding model.</summary>
public sealed class MeaningCalibrationTests : IDisposable
{
    private const int Records = 400;
    private const string Model = "like";

    private readonly EmbeddedRecords _records = new();
    private readonly LikeMeanings _model = new();
    private readonly IReadOnlyList<string[]> _titles = [.. Enumerable.Range(0, Records).Select(record => LabelledRecords.Title(record, ReplyLanguages.English))];

    [Fact]
    public async Task A_model_that_tells_right_from_wrong_gets_more_weight_than_one_that_does_not()
    {
        var telling = await RunAsync(Records, (record, isRight) => isRight ? 0.9 : 0.3);
        var idle = await RunAsync(Records, (record, _) => record % 3 == 0 ? 0.9 : 0.3);
        Assert.Equal((Model, Records), (telling.Fitted.Meaning!.Model, telling.Fitted.Meaning.Pairs));
        // What tells nothing gets next to no weight, or none.
        var idleWeight = idle.Fitted.Meaning?.CosineWeight ?? 0;
        Assert.True(telling.Fitted.Meaning.CosineWeight > 2 * idleWeight, $"{telling.Fitted.Meaning} {idleWeight}");
        Assert.True(idleWeight < MatchModel.Shipped.Meaning.CosineWeight, $"{idleWeight}");
        Assert.All(telling.Languages.Concat(idle.Languages), language => Assert.True(language.After!.Brier < language.Before.Brier, $"{language}"));
    }

    [Fact]
    public async Task With_too_few_matches_the_file_covers_no_model()
    {
        var outcome = await RunAsync(Calibrator.FewestPairsForMeaning - 1, (_, isRight) => isRight ? 0.9 : 0.3);

        Assert.Null(outcome.Fitted.Meaning);
        Assert.Equal(Calibrator.FewestPairsForMeaning - 1, outcome.PairsWithMeaning);
        Assert.NotEmpty(outcome.Fitted.Languages);
    }

    [Fact]
    public async Task A_model_that_takes_the_wrong_for_the_right_is_not_covered()
    {
        var outcome = await RunAsync(Records, (_, isRight) => isRight ? 0 : 0.9);

        Assert.Null(outcome.Fitted.Meaning);
        Assert.Equal(Records, outcome.PairsWithMeaning);
    }

    [Fact]
    public async Task The_file_covers_the_model_that_it_was_made_with_and_no_other()
    {
        var outcome = await RunAsync(Records, (_, isRight) => isRight ? 0.9 : 0.3);
        using var folder = new TemporaryFolder();
        var file = new CalibrationFile(folder.File("calibration.json"));
        file.Write(outcome.Fitted);

        var (own, other, none) = (file.Apply(Model), file.Apply("another"), file.Apply(null));

        Assert.True(own.IsMeaningCalibrated);
        Assert.Equal(outcome.Fitted.Meaning!.CosineWeight, own.Meaning.CosineWeight, 1e-9);
        Assert.Equal(MatchModel.Shipped.Meaning.NeutralCosine, own.Meaning.NeutralCosine);
        Assert.All([other, none], model => Assert.False(model.IsMeaningCalibrated));
        Assert.Equal(MatchModel.Shipped.Meaning.CosineWeight, other.Meaning.CosineWeight);
        Assert.Equal(own.Shifts, other.Shifts);
    }

    public void Dispose()
    {
        _model.Dispose();
        _records.Dispose();
    }

    // Three in ten matches are right. How near each is in meaning, the test says.
    private async Task<CalibrationOutcome> RunAsync(int count, Func<int, bool, double> likenessOf)
    {
        var matches = new List<LabelledMatch>();
        foreach (var (record, title) in _titles.Take(count).Index())
        {
            var match = new LabelledMatch(LabelledRecords.Message(title, 4), ReplyLanguages.English, $"r{record}", record % 10 < 3);
            _model.With(match.Text, string.Join(' ', title), likenessOf(record, match.Confirmed));
            matches.Add(match);
        }
        _records.Publish(_titles.Select(title => string.Join(' ', title)));
        _records.Start(_model, Model);
        await _records.Filler.FillAsync(TestContext.Current.CancellationToken);
        return await new Calibrator(_records.Knowledge, _records.Search, Model).RunAsync(matches, TestContext.Current.CancellationToken);
    }
}
