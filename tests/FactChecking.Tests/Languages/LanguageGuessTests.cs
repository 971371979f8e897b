using FactChecking.Languages;

namespace FactChecking.Tests.Languages;

public class LanguageGuessTests
{
    [Theory]
    [InlineData("Only a fifth of Ukrainians want to join NATO", null, "en")]
    [InlineData("Только пятая часть украинцев хочет в НАТО, это мы знаем", null, "ru")]
    [InlineData("Лише п'ята частина українців хоче до НАТО", null, "uk")]
    [InlineData("只有五分之一的乌克兰人支持加入北约", null, "zh-Hans")]
    [InlineData("只有五分之一的烏克蘭人支持加入北約", null, "zh-Hant")]
    [InlineData("高雄の美食", null, "zh-Hans")] // a kana for ornament, and no letter that tells
    [InlineData("臺灣の實驗室", null, "zh-Hant")]
    [InlineData("乔・拜登", null, "zh-Hans")] // the point between names is no kana
    [InlineData("ウクライナに米国の生物兵器研究所がある", null, "en")]
    [InlineData("ウクライナに米国の生物兵器研究所がある", "ja", "en")]
    [InlineData("ウクライナに米国の生物兵器研究所がある", "zh-TW", "zh-Hant")]
    public void A_message_is_answered_in_its_language_or_in_one_that_its_reader_may_know(string text, string? hint, string expected) =>
        Assert.Equal(expected, LanguageGuess.Of(text, hint));
}
