using FactChecking.Languages;
using FactChecking.Variants;

namespace FactChecking.Tests.Variants;

public sealed class VariantCapTests
{
    private static readonly string[] Different =
    [
        "Farmers bury milk in the northern valley", "A comet will darken every window tonight", "Banks close their doors for good",
        "Doctors hide a cure made of lemons", "The bridge was sold to a dolphin", "Nobody counted the ballots in Oslo",
        "Secret tunnels join the two embassies", "Snow fell upward over the harbour", "Schools must teach chess by decree",
        "An actor bought the national museum", "Petrol is mixed with sea water", "The river ran red after the flood",
        "Mobile masts make bees forget home", "A minister owns forty seven yachts", "Bread prices double at midnight",
        "Soldiers were paid with old stamps", "The old king is alive in Peru", "Trains stop because of painted rails",
    ];

    [Fact]
    public void As_many_as_may_be_are_all_kept()
    {
        var variants = Different.Take(VariantCap.MaxPerLanguage).Select(text => Of(VariantOrigin.Drafted, text)).ToList();

        var (kept, dropped) = VariantCap.Apply(variants);

        Assert.Equal(variants, kept);
        Assert.Empty(dropped);
    }

    [Fact]
    public void Of_too_many_a_near_duplicate_goes_before_anything_else()
    {
        List<Variant> variants =
        [
            .. Different.Take(15).Select(text => Of(VariantOrigin.Drafted, text)),
            Of(VariantOrigin.Curated, "Farmers secretly bury milk in the northern valley!"),
            Of(VariantOrigin.Drafted, Different[15]),
        ];

        var (kept, dropped) = VariantCap.Apply(variants);

        Assert.Equal(VariantCap.MaxPerLanguage, kept.Count);
        Assert.Equal(0, Assert.Single(dropped).Index); // of the two the drafted one, though it comes first
        Assert.Contains("at most 16 variants in en", dropped[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_differ_drafted_ones_go_before_confirmed_and_confirmed_before_curated()
    {
        string[] origins = [VariantOrigin.Drafted, VariantOrigin.Confirmed, .. Enumerable.Repeat(VariantOrigin.Curated, 16)];
        var variants = Different.Zip(origins).Select(pair => Of(pair.Second, pair.First)).ToList();

        Assert.Equal([0], VariantCap.Apply([.. variants.Take(17)]).Dropped.Select(item => item.Index));
        Assert.Equal([0, 1], VariantCap.Apply(variants).Dropped.Select(item => item.Index));
    }

    [Fact]
    public void Each_language_has_its_own_places()
    {
        var variants = Different.Take(16).SelectMany(text => ReplyLanguages.All.Select(language => Of(VariantOrigin.Drafted, text) with { Language = language })).ToList();

        Assert.Empty(VariantCap.Apply(variants).Dropped);
    }

    [Theory]
    [InlineData("Doctors hide a cure!", "doctors HIDE a cure")]
    [InlineData("醫生隱瞞檸檬療法", "医生隐瞒柠檬疗法！")]
    public void What_says_the_same_is_kept_once_however_few_there_are(string one, string other)
    {
        var (kept, dropped) = VariantCap.Apply([Of(VariantOrigin.Drafted, one), Of(VariantOrigin.Curated, other)]);

        Assert.Equal(other, Assert.Single(kept).Text);
        Assert.Contains("says the same as variants[1]", Assert.Single(dropped).Reason, StringComparison.Ordinal);
    }

    private static Variant Of(string origin, string text) => new("en", "full", origin, text);
}
