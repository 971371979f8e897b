using FactChecking.Curation.Drafting;

namespace FactChecking.Tests.Curation.Drafting;

public class DraftRulesTests
{
    [Theory]
    [InlineData("word ")]
    [InlineData("Sentences end.\n")]
    [InlineData("句子到此结束。")]
    public void A_number_anywhere_in_a_long_document_is_whole(string filler)
    {
        // In whatever piece of the document it is read, and wherever that ends.
        foreach (var before in Enumerable.Range(4_980, 25))
        {
            var text = string.Concat(Enumerable.Repeat(filler, 5_000 / filler.Length + 1))[..before];
            var document = $"{text} 1234567 {text}";

            Assert.Null(DraftRules.RejectSummary("There were 1234567 of them.", document));
            Assert.NotNull(DraftRules.RejectSummary("There were 123 of them.", document));
            Assert.NotNull(DraftRules.RejectSummary("There were 4567 of them.", document));
        }
    }
}
