using FactChecking.Text;

namespace FactChecking.Tests.Text;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Łódź, naïve ČESKÝ", "łodz, naive cesky")]
    [InlineData("пʼять п'ять", "пят пят")]
    [InlineData("a\u0316\u0301b", "ab")]
    [InlineData("peace \uFDFA", "peace  ")]
    public void Text_is_folded_to_one_form(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void Half_a_character_is_no_letter() => Assert.Equal("cut ", TextFolding.Fold("cut\uD83D"));

    [Fact]
    public void A_tower_of_marks_does_not_hide_the_letter_below() =>
        Assert.Equal("ab", TextFolding.Fold($"a{new string('\u0316', 10_000)}b"));
}
