using FactChecking.Curation.Calibration;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Calibration;

public sealed class CalibratorTests : IDisposable
{
    private readonly LabelledRecords _records = new(120, ReplyLanguages.English);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    public async Task Probabilities_move_to_what_people_confirmed(double share)
    {
        var outcome = await RunAsync(_records.Label(record => record % 10 < share * 10, ReplyLanguages.English));

        var english = Assert.Single(outcome.Languages);
        Assert.Equal((120, (int)(share * 120), 0, 0), (english.Pairs, english.Confirmed, english.Unreachable, english.Certain));
        Assert.True(english.After!.Brier < english.Before.Brier, $"{english}");
        Assert.True(english.After.Calibration < english.Before.Calibration, $"{english}");
        Assert.Equal(english.Shift, outcome.Fitted.Languages["en"].Shift);
        var model = Applied(outcome);
        var (before, after) = (await ProbabilityOfAsync(MatchModel.Shipped), await ProbabilityOfAsync(model));
        Assert.True(Math.Abs(after - share) < Math.Abs(before - share), $"{before} became {after}");
        Assert.Equal(Math.Sign(english.Shift!.Value), Math.Sign(after - before));
    }

    [Fact]
    public async Task A_match_names_the_shift_that_it_was_given()
    {
        var model = Applied(await RunAsync(_records.Label(_ => false, ReplyLanguages.English)));

        var shifted = await new ClaimMatcher(new MatchOptions(), model).MatchAsync(_records.Knowledge, _records.Message(3, 5), 1);
        var other = await new ClaimMatcher(new MatchOptions(), model).MatchAsync(_records.Knowledge, "Це не те, що було сказано на зборах увечері: " + _records.Message(3, 1), 1);

        Assert.Equal(("en", model.Shifts["en"]), (shifted.Shift!.Language, shifted.Shift.Value));
        Assert.Null(other.Shift);
    }

    [Fact]
    public async Task A_language_with_too_few_matches_keeps_the_shipped_constant()
    {
        var outcome = await RunAsync([.. _records.Label(_ => false, ReplyLanguages.English).Take(Calibrator.FewestPairs - 1)]);

        Assert.Null(Assert.Single(outcome.Languages).Shift);
        Assert.Empty(outcome.Fitted.Languages);
    }

    [Fact]
    public async Task What_no_model_decides_is_counted_and_not_learnt_from()
    {
        var matches = _records.Label(record => record % 2 == 0, ReplyLanguages.English);
        LabelledMatch wordForWord = new(_records.Message(0, 8)[..^15], ReplyLanguages.English, "r0", false);
        LabelledMatch elsewhere = new("Nothing at all of it", ReplyLanguages.English, "r1", true);
        LabelledMatch unknown = new(_records.Message(2, 5), ReplyLanguages.English, "gone", true);

        var (alone, together) = (await RunAsync(matches), await RunAsync([.. matches, wordForWord, elsewhere, unknown]));

        var english = Assert.Single(together.Languages);
        Assert.Equal((123, 2, 1), (english.Pairs, english.Unreachable, english.Certain));
        Assert.Equal(alone.Languages[0].Shift, english.Shift);
        Assert.Equal(["gone"], together.UnknownClaims);
    }

    [Fact]
    public async Task Another_language_is_fitted_by_itself()
    {
        using var ukrainian = new LabelledRecords(60, ReplyLanguages.Ukrainian);

        var outcome = await new Calibrator(ukrainian.Knowledge).RunAsync(ukrainian.Label(_ => false, ReplyLanguages.Ukrainian), TestContext.Current.CancellationToken);

        var fitted = Assert.Single(outcome.Languages);
        Assert.Equal("uk", fitted.Language);
        Assert.True(fitted.Shift < 0, $"{fitted}");
    }

    public void Dispose() => _records.Dispose();

    private Task<CalibrationOutcome> RunAsync(IReadOnlyList<LabelledMatch> matches) =>
        new Calibrator(_records.Knowledge).RunAsync(matches, TestContext.Current.CancellationToken);

    private MatchModel Applied(CalibrationOutcome outcome)
    {
        var file = new CalibrationFile(_records.Folder.File("calibration.json"));
        file.Write(outcome.Fitted);
        return file.Apply(embeddingModel: null);
    }

    private async Task<double> ProbabilityOfAsync(MatchModel model) =>
        (await new ClaimMatcher(new MatchOptions(), model).MatchAsync(_records.Knowledge, _records.Message(3, 5), 1)).Matches[0].Probability;
}
