using FactChecking.Matching.Stories;

namespace FactChecking.Tests.Matching.Stories;

public sealed class ClaimDateTests
{
    [Theory]
    [InlineData("2021-04-01 (statement), 2021-04-02 (People's Daily)", 2021, 4)]
    [InlineData("early December 2021", 2021, 12)]
    [InlineData("wave of Feb–Mar 2022; older versions 2017, 2020 (see chain CH-BIOLABS)", 2022, 3)]
    [InlineData("2014– ; relay of Feb 2022", 2014, null)]
    [InlineData("2019-05", 2019, 5)]
    [InlineData("2021-03-09T08:00:00Z", 2021, 3)]
    public void The_first_date_of_a_text_is_read_as_precisely_as_it_stands(string text, int year, int? month) =>
        Assert.Equal(new ClaimDate(year, month), ClaimDate.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("some time ago, 12345 times")]
    public void Without_a_date_there_is_none(string? text) => Assert.Null(ClaimDate.Of(text));

    [Theory]
    [InlineData("en", "December 2021")]
    [InlineData("ru", "декабрь 2021 г.")]
    [InlineData("uk", "грудень 2021 р.")]
    [InlineData("zh-Hans", "2021年12月")]
    [InlineData("zh-Hant", "2021年12月")]
    public void A_month_is_named_in_the_language_of_the_reply(string language, string name)
    {
        Assert.Equal(name, new ClaimDate(2021, 12).In(language).Replace('\u202F', ' ').Replace('\u00A0', ' ')); // spaces differ between versions of ICU
        Assert.Equal("2021", new ClaimDate(2021, null).In(language));
    }

    [Theory]
    [InlineData("2019-05", "2021-05", true)]
    [InlineData("2021-12", "2022-01", false)]
    [InlineData("2021-01", "2021-08", true)]
    [InlineData("2021", "2022-03", false)]
    [InlineData("2021", "2022", false)]
    [InlineData("2019", "2021", true)]
    public void Half_a_year_apart_for_sure_is_another_time(string one, string other, bool isFar)
    {
        var (date, otherDate) = (ClaimDate.Of(one)!.Value, ClaimDate.Of(other)!.Value);

        Assert.Equal(isFar, date.IsFarFrom(otherDate));
        Assert.Equal(isFar, otherDate.IsFarFrom(date));
    }
}
