using FactChecking.Matching;
using FactChecking.Tests.Support;
using FactChecking.Text;
using FactChecking.TextAnalysis;

namespace FactChecking.Tests.Matching;

/// <summary>Records in another language are found without any model, through the lexicon and through names.</summary>
public sealed class TranslationTests : IDisposable
{
    private readonly ImportedFactChecker _records = new(
    [
        Record("vaccine", "en", "Chinese scientists admit the coronavirus vaccine caused infertility in women"),
        Record("grain", "en", "Ukraine sold its entire wheat harvest to Poland and children will starve"),
        Record("church", "ru", "Правительство Польши закрыло все православные церкви и запретило Рождество"),
        Record("mosque", "ru", "В Германии банки отказались выдавать наличные деньги пенсионерам"),
        .. Enumerable.Range(0, 40).Select(number => Record($"o{number}", "en", $"Harbour {(char)('a' + (number % 26))}x leased its {Things[number % 5]} to a company")),
        .. Enumerable.Range(0, 40).Select(number => Record($"p{number}", "ru", $"Гавань {(char)('а' + (number % 26))}б сдала свои {Predmety[number % 5]} в аренду")),
    ]);

    [Theory]
    [InlineData("Китайские ученые признали, что вакцина от коронавируса вызвала бесплодие у женщин", "vaccine")]
    [InlineData("Китайські вчені визнали: вакцина від коронавірусу спричинила безпліддя у жінок", "vaccine")]
    [InlineData("中国科学家承认新冠疫苗导致妇女不孕", "vaccine")]
    [InlineData("中國科學家承認新冠疫苗導致婦女不孕", "vaccine")]
    [InlineData("Украина продала Польше весь урожай пшеницы, дети будут голодать", "grain")]
    [InlineData("Уряд Польщі закрив усі православні церкви й заборонив Різдво", "church")]
    [InlineData("The Polish government closed all Orthodox churches and banned Christmas", "church")]
    public async Task A_record_in_another_language_comes_first(string message, string record) =>
        Assert.Equal(record, (await _records.MatchAsync(message, 3)).Matches[0].Claim);

    [Fact]
    public async Task What_only_its_language_shares_with_a_record_is_no_match() =>
        Assert.Equal(Decision.None, (await _records.MatchAsync("Сегодня утром в нашем дворе расцвела сирень", 3)).Decision);

    [Theory]
    [InlineData("правительство", ScriptGroup.Latin, "gover")]
    [InlineData("уряду", ScriptGroup.Latin, "gover")]
    [InlineData("government", ScriptGroup.Han, "政府")]
    public void A_word_in_any_form_gives_the_terms_of_its_concept(string word, ScriptGroup script, string term) =>
        Assert.Contains(term, Concepts.Of(TextFolding.Fold(word), script));

    [Fact]
    public void Every_line_of_the_lexicon_is_four_languages_in_their_own_letters()
    {
        foreach (var (number, line) in File.ReadLines(Path.Combine(Repository.Root, "src/FactChecking/TextAnalysis/Resources/Concepts.tsv")).Index())
        {
            var fields = line.Split('\t');
            Assert.True(fields.Length == 4, $"line {number + 1} has {fields.Length} fields");
            Assert.True(fields.Count(field => field.Length > 0) >= 2, $"line {number + 1} translates nothing");
            Assert.All(Words(fields[0]), word => Assert.True(ScriptGroups.Of(word) is ScriptGroup.Latin or null, $"line {number + 1}: {word}"));
            Assert.All(Words(fields[1]).Concat(Words(fields[2])), word => Assert.True(ScriptGroups.Of(TextFolding.Fold(word)) is ScriptGroup.Cyrillic or null, $"line {number + 1}: {word}"));
            Assert.All(Words(fields[3]), word => Assert.True(word.All(ChineseCharacters.IsHan) && word.Length is >= 2 and <= 4, $"line {number + 1}: {word}"));
        }
    }

    public void Dispose() => _records.Dispose();

    private static readonly string[] Things = ["cranes", "docks", "lighthouse", "ferries", "anchors"];
    private static readonly string[] Predmety = ["краны", "доки", "маяки", "паромы", "якоря"];

    private static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static object Record(string id, string lang, string title) => new { id, lang, title, text = "" };
}
