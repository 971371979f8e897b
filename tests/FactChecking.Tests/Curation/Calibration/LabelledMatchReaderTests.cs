using FactChecking.Curation.Calibration;
using FactChecking.Curation.DataFiles;

namespace FactChecking.Tests.Curation.Calibration;

public sealed class LabelledMatchReaderTests
{
    [Fact]
    public void The_language_is_guessed_and_the_hint_only_breaks_ties()
    {
        var matches = Read("""
            {"text": "Це наші люди", "claim": "r1", "confirmed": true, "lang": "ru"}

            {"text": "Она не наша", "claim": "r1", "confirmed": false, "more": 1}
            {"text": "НАТО", "claim": "r2", "confirmed": false, "lang": "uk"}
            """);

        Assert.Equal(["uk", "ru", "uk"], matches.Select(match => match.Language));
        Assert.Equal([true, false, false], matches.Select(match => match.Confirmed));
        Assert.Equal("r2", matches[2].Claim);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_file_line_field_and_reason()
    {
        var exception = Assert.Throws<DataFaultsException>(() => Read("""
            {"text": "a good line", "claim": "r1", "confirmed": true}
            {"text": "", "confirmed": "yes"}
            {"text": 7, "claim": null, "confirmed": true, "lang": false}
            [1]
            {"text":
            """));

        Assert.Equal(
            [
                "pairs.jsonl:2: text: must be a text that is not empty, not \"\"",
                "pairs.jsonl:2: claim: is missing",
                "pairs.jsonl:2: confirmed: must be true or false, not \"yes\"",
                "pairs.jsonl:3: text: must be a text that is not empty, not 7",
                "pairs.jsonl:3: claim: is missing",
                "pairs.jsonl:3: lang: must be a text that is not empty, not false",
                "pairs.jsonl:4: the line: not an object with text, claim and confirmed",
            ],
            exception.Faults.Take(7).Select(fault => fault.ToString()));
        Assert.StartsWith("pairs.jsonl:5: the line: not JSON", exception.Faults[7].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_line_is_a_fault() =>
        Assert.Single(Assert.Throws<DataFaultsException>(() => Read("\n\n")).Faults);

    private static IReadOnlyList<LabelledMatch> Read(string lines)
    {
        using var reader = new StringReader(lines);
        return LabelledMatchReader.Read(reader, "pairs.jsonl");
    }
}
