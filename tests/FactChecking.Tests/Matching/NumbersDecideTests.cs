using FactChecking.Matching;
using FactChecking.Tests.Support;
using FactChecking.TextAnalysis;

namespace FactChecking.Tests.Matching;

/// <summary>Another amount, ordinal or year makes another claim of the same sentence.</summary>
public sealed class NumbersDecideTests : IDisposable
{
    private readonly ImportedFactChecker _records = new(
    [
        Record("labs", "en", "In 2022 the Pentagon ran 46 secret laboratories near Odesa"),
        Record("dam", "ru", "В 2023 году из плотины под Херсоном утекло 18 миллионов тонн воды"),
        Record("bridge", "zh-cn", "2021年有关方面批准在广州修建30座跨江大桥"),
        .. Enumerable.Range(0, 40).Select(number => Record($"o{number}", "en", $"Harbour {(char)('a' + (number % 26))}x sold its {Things[number % 5]} to a company")),
    ]);

    [Theory]
    [InlineData("In 2022 the Pentagon ran 46 secret laboratories near Odesa!", Decision.Answer)]
    [InlineData("On March 3 2022 the Pentagon ran 46 secret laboratories near Odesa!", Decision.Answer)]
    [InlineData("The Pentagon ran secret laboratories near Odesa!", Decision.Answer)]
    [InlineData("In 2022 the Pentagon ran 30 secret laboratories near Odesa!", Decision.Ask)]
    [InlineData("In 2014 the Pentagon ran 46 secret laboratories near Odesa!", Decision.Ask)]
    [InlineData("В 2023 году из плотины под Херсоном утекло 18 миллионов тонн воды", Decision.Answer)]
    [InlineData("В 2023 году из плотины под Херсоном утекло 70 миллионов тонн воды", Decision.Ask)]
    [InlineData("В 2019 году из плотины под Херсоном утекло 18 миллионов тонн воды", Decision.Ask)]
    [InlineData("2021年有关方面批准在广州修建30座跨江大桥", Decision.Answer)]
    [InlineData("2021年有关方面批准在广州修建15座跨江大桥", Decision.Ask)]
    [InlineData("2016年有關方面批准在廣州修建30座跨江大橋", Decision.Ask)]
    public async Task Another_number_is_asked_about_and_never_answered(string message, Decision decision) =>
        Assert.Equal(decision, (await _records.MatchAsync(message, 3)).Decision);

    [Theory]
    [InlineData("On 3 March 2022 46 labs", "2022 46")]
    [InlineData("March 3rd, 46 labs", "46")]
    [InlineData("3 марта 2022 года закрыли 46 лабораторий", "2022 46")]
    [InlineData("5 липня 2022 року закрили 46 лабораторій", "2022 46")]
    [InlineData("2022年3月5日关闭了46个实验室", "2022 46")]
    [InlineData("46 labs closed — Jane Doe (@janedoe) March 3, 2020", "46")]
    [InlineData("46 labs closed in 2019 — Jane Doe (@janedoe)", "46 2019")]
    public void A_day_is_no_amount_and_the_date_of_a_post_no_year_of_a_claim(string text, string numbers) =>
        Assert.Equal(numbers.Split(' ').Order(), AnalysedText.Of(text).Numbers.Order());

    public void Dispose() => _records.Dispose();

    private static readonly string[] Things = ["cranes", "docks", "lighthouse", "ferries", "anchors"];

    private static object Record(string id, string lang, string title) => new { id, lang, title, text = "" };
}
