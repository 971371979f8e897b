using FactChecking.Languages;

namespace FactChecking.Tests.Languages;

public class ReplyLanguagesTests
{
    [Theory]
    [InlineData("zh-tw", "zh-Hant")]
    [InlineData("zh-Hans-CN", "zh-Hans")]
    [InlineData("ZH", "zh-Hans")]
    [InlineData("en-GB", "en")]
    [InlineData("ua", "uk")]
    [InlineData("de", null)]
    [InlineData("", null)]
    public void A_tag_is_read_as_people_write_it(string tag, string? expected) =>
        Assert.Equal(expected, ReplyLanguages.FromTag(tag));
}
