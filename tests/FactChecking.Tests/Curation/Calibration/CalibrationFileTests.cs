using System.Text.Json.Nodes;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Calibration;

public sealed class CalibrationFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Name => _folder.File("calibration.json");

    [Fact]
    public void Without_a_file_the_weights_are_the_shipped_ones()
    {
        Assert.Same(MatchModel.Shipped, new CalibrationFile(Name).Apply(embeddingModel: null));
        Assert.Same(MatchModel.Shipped, new CalibrationFile("").Apply(embeddingModel: null));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        Write();

        var model = new CalibrationFile(Name).Apply(embeddingModel: null);

        Assert.Equal(0.25, model.In(ReplyLanguages.Ukrainian).Shift);
        Assert.Equal(0, model.In(ReplyLanguages.Russian).Shift);
        Assert.Equal(["uk"], JsonNode.Parse(File.ReadAllText(Name))!["languages"]!.AsObject().Select(language => language.Key));
    }

    [Theory]
    [InlineData("\"shift\": 0.25", "\"shift\": \"much\"", "is not a calibration file")]
    [InlineData("\"shift\": 0.25", "\"shft\": 0.25", "is not a calibration file")]
    [InlineData("\"shift\": 0.25", "\"shift\": 1000", "has no shift between -30 and 30 for uk")]
    [InlineData("\"uk\"", "\"de\"", "speaks of the language “de”")]
    [InlineData("\"match_model\": \"", "\"match_model\": \"0", "was made for other weights of the matcher (0")]
    [InlineData("{", "", "is not a calibration file")]
    public void A_file_that_does_not_fit_is_refused_with_its_name_and_what_to_do(string old, string changed, string reason)
    {
        Write();
        var text = File.ReadAllText(Name);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(Name, text.Replace(old, changed, StringComparison.Ordinal));

        var exception = Assert.Throws<CalibrationRefusedException>(() => new CalibrationFile(Name).Apply(embeddingModel: null));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Contains(Name, exception.Message, StringComparison.Ordinal);
        Assert.Contains("calibrate verb", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write() => new CalibrationFile(Name).Write(new LocalCalibration(
        MatchModel.Shipped.Fingerprint(), new Dictionary<string, CalibratedLanguage> { ["uk"] = new(0.25, 40, 10) }));
}
