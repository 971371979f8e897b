using System.Net;
using System.Text.RegularExpressions;
using FactChecking.Answers;
using FactChecking.Matching;
using FactChecking.Messages;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Outlets;

/// <summary>What is told of an outlet where no claim matched.</summary>
public sealed partial class OutletLookupTests(CuratedFactChecker curated) : IClassFixture<CuratedFactChecker>
{
    [Theory]
    [InlineData("https://www.rt.com/news/551234-moon-cheese/?utm_source=x", null, "O-RT")]
    [InlineData("m.arabic.rt.com/world/1", null, "O-RT")]
    [InlineData("https://swentr.site/news/1/", null, "O-RT")]
    [InlineData("https://mil.huanqiu.com/article/1", null, "O-GT")]
    [InlineData("rt.com", null, "O-RT")]
    [InlineData("https://t.me/s/tass_agency/123", null, "O-TASS")]
    [InlineData("t.me/TASS_agency", null, "O-TASS")]
    [InlineData("@rt_russian", null, "O-RT")]
    [InlineData("The moon is made of green cheese", "@rgrunews/77", "O-RG")]
    [InlineData("The moon is made of green cheese", "https://news.cctv.com/2024/a.shtml", "O-CCTV")]
    public async Task An_address_or_channel_on_record_leads_to_its_outlet(string message, string? from, string outlet)
    {
        var answer = await CheckAsync(message, from);

        Assert.Equal(Decision.None, answer.Decision);
        Assert.Equal([outlet], answer.Origin.Outlets);
        Assert.NotEmpty(answer.Citations);
    }

    [Theory]
    [InlineData("According to the state news agency Sputnik, the moon is made of cheese", "en", "O-SPUTNIK")]
    [InlineData("Global Times reports that the moon is made of cheese", "en", "O-GT")]
    [InlineData("Как сообщает ТАСС, луна сделана из сыра", "ru", "O-TASS")]
    [InlineData("Луна сделана из сыра, пишет «Российская газета»", "ru", "O-RG")]
    [InlineData("Луна сделана из сыра, сообщает агентство Синьхуа", "ru", "O-XINHUA")]
    [InlineData("Місяць зроблено з сиру, повідомляє РІА Новості", "uk", "O-RIA")]
    [InlineData("За даними Sputnik, Місяць зроблено з сиру, і їх це дивує", "uk", "O-SPUTNIK")]
    [InlineData("据RT报道，月亮是奶酪做的", "zh-Hans", "O-RT")]
    [InlineData("据《环球时报》12月3日报道，月亮是奶酪做的", "zh-Hans", "O-GT")]
    [InlineData("新华社莫斯科3月8日电 月亮是奶酪做的", "zh-Hans", "O-XINHUA")]
    [InlineData("據人民日報報導，這家餐廳的乳酪蛋糕很好吃", "zh-Hant", "O-PD")]
    public async Task An_attribution_leads_to_its_outlet_in_the_language_of_the_message(string message, string language, string outlet)
    {
        var answer = await CheckAsync(message);

        Assert.Equal((Decision.None, language), (answer.Decision, answer.Language));
        Assert.Equal([outlet], answer.Origin.Outlets);
    }

    [Theory]
    [InlineData("RT and Sputnik were banned, and the moon is made of green cheese")]
    [InlineData("Satellite images show that the moon is made of green cheese")]
    [InlineData("По данным спутника, луна сделана из сыра")]
    [InlineData("Reuters reports the moon is made of green cheese")]
    [InlineData("http://example.org/rt.com/sputnik")]
    [InlineData("https://not-rt.com/news/1")]
    [InlineData("https://t.me/some_private_person/5")]
    [InlineData("据报道，月亮是奶酪做的，人民都知道")]
    public async Task A_name_in_passing_or_a_stranger_leads_to_no_outlet(string message)
    {
        var answer = await CheckAsync(message);

        Assert.Equal(Decision.None, answer.Decision);
        Assert.Empty(answer.Origin.Outlets);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task Nothing_found_comes_first_and_the_record_is_no_verdict()
    {
        var text = Plain(await CheckAsync("According to Sputnik, the moon is made of green cheese"));

        var nothing = text.IndexOf("does NOT mean that it is true", StringComparison.Ordinal);
        var record = text.IndexOf("no verdict on the post", StringComparison.Ordinal);
        Assert.True(0 < nothing && nothing < record, text);
        Assert.Contains("Sputnik – owned by Russian Federation", text, StringComparison.Ordinal);
        Assert.DoesNotContain("propaganda", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en", "does NOT mean", "no verdict")]
    [InlineData("ru", "НЕ значит", "не оценка")]
    [InlineData("uk", "НЕ означає", "не оцінка")]
    [InlineData("zh-Hans", "并不代表", "不是对这条内容的判断")]
    [InlineData("zh-Hant", "並不代表", "不是對這則內容的判斷")]
    public async Task A_lone_address_is_answered_in_every_language(string language, string notTrue, string noVerdict)
    {
        var answer = await CheckAsync("https://tass.com/politics/1", language: language);

        var text = Plain(answer);
        Assert.Contains(notTrue, text, StringComparison.Ordinal);
        Assert.Contains(noVerdict, text, StringComparison.Ordinal);
        Assert.Equal(["O-TASS"], answer.Origin.Outlets);
    }

    [Theory]
    [InlineData("据今日俄罗斯12月3日报道，西方正在衰落", "O-RS", "O-RT")]
    [InlineData("“今日俄罗斯” published it: which outlet is meant?", "O-RS", "O-RT")]
    [InlineData("https://www.people.com.cn/n1/2022/0301/c1.html", "O-PD", "O-PDO")]
    public async Task A_shared_name_or_address_stays_open(string message, string one, string other)
    {
        var answer = await CheckAsync(message);

        Assert.Equal([one, other], answer.Origin.Outlets);
        Assert.Matches("does not tell which|无法确定是哪一家", Plain(answer));
    }

    [Theory]
    [InlineData("据今日俄罗斯12月3日报道，西方正在衰落 https://rt.com/news/1", "O-RT")]
    [InlineData("据“今日俄罗斯”国际通讯社报道，月亮是奶酪做的", "O-RS")]
    public async Task An_address_or_the_full_name_settles_a_shared_name(string message, string outlet) =>
        Assert.Equal([outlet], (await CheckAsync(message)).Origin.Outlets);

    [Theory]
    [InlineData("Which agreements has RT signed?", "2014-10", "A-2014-RT-PD")]
    [InlineData("Voice of Russia–People's Daily Online agreement: when, before whom?", "2013-03-22", "A-2013-VOR-PDO")]
    [InlineData("RT–People's Daily agreement: when, before whom, what terms?", "2014-10", "A-2014-RT-PD")]
    [InlineData("What agreement is there between RT and Xinhua?", "2015-01", "A-2015-RT-XINHUA")]
    [InlineData("Какое соглашение у Sputnik и Global Times?", "2017-04-19", "A-2017-SPUTNIK-GT")]
    [InlineData("RT和中央广播电视总台有什么协议？", "2025-05-08", "A-2025-RT-CMG")]
    [InlineData("https://ria.ru/2022/x.html", "Rossiya Segodnya", null)]
    public async Task Agreements_outside_of_any_claim_are_told_with_their_dates(string message, string fact, string? agreement)
    {
        var answer = await CheckAsync(message);

        Assert.Contains(fact, Plain(answer), StringComparison.Ordinal);
        if (agreement is not null)
            Assert.Contains(agreement, answer.Origin.Agreements);
    }

    [Fact]
    public async Task Two_outlets_without_an_agreement_are_told_so()
    {
        var answer = await CheckAsync("Which agreement connects TASS and People's Daily?");

        Assert.Empty(answer.Origin.Agreements);
        Assert.Contains("No agreement between them is on record: TASS, People's Daily", Plain(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who owns Sohu?", "publicly listed company", "state-owned")]
    [InlineData("Who owns Guancha?", "not established", "controlled")]
    [InlineData("Who publishes Reference News?", "published by Xinhua News Agency", "propaganda")]
    public async Task Ownership_is_told_as_recorded(string message, string holds, string never)
    {
        var text = Plain(await CheckAsync(message));

        Assert.Contains(holds, text, StringComparison.Ordinal);
        Assert.DoesNotContain(never, text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://rt.com/a")]
    [InlineData("https://swentr.site/a")]
    [InlineData("https://sputnikglobe.com/a")]
    [InlineData("Which agreements has Sputnik signed?")]
    public async Task No_reply_links_to_an_outlet_that_may_not_be_linked(string message)
    {
        var answer = await CheckAsync(message);

        Assert.DoesNotMatch("rt\\.com|swentr|sputnik(globe|news)\\.|ria\\.ru", answer.Text);
        Assert.All(answer.Citations, citation => Assert.DoesNotMatch("rt\\.com|swentr|sputnik(globe|news)\\.|ria\\.ru", citation.Url ?? ""));
    }

    [Fact]
    public async Task A_claim_that_matches_is_answered_as_before()
    {
        var answer = await CheckAsync("According to RT, only 20% of Ukrainians support joining NATO", "@rt_russian/1");

        Assert.Equal(Decision.Answer, answer.Decision);
        Assert.Equal(["C-NATO20"], answer.Claims);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public async Task Every_line_on_an_outlet_is_cited_and_short_enough(string language)
    {
        foreach (var message in new[] { "https://rt.com/a", "https://xinhuanet.com/a", "https://people.com.cn/a", "https://sohu.com/a", "https://waronfakes.com/a" })
        {
            var answer = await CheckAsync(message, language: language);

            var text = Plain(answer);
            Assert.True(text.Length <= 1000, $"{text.Length}: {text}");
            var lines = text.Split('\n').Where(line => line.Length > 0).Skip(2).TakeWhile(line => !line.StartsWith("[1]", StringComparison.Ordinal)).ToList();
            Assert.All(lines.Where(line => Stated().IsMatch(line)), line => Assert.Matches(@"\[\d+\]$", line));
            Assert.All(answer.Citations, citation => Assert.Contains($"[{citation.Marker}]", text, StringComparison.Ordinal));
        }
    }

    private Task<Answer> CheckAsync(string message, string? from = null, string? language = null) => curated.FactChecker.CheckAsync(
        new Question(message) { ForwardedFrom = from, ReplyLanguage = language }, TestContext.Current.CancellationToken);

    private static string Plain(Answer answer) => WebUtility.HtmlDecode(Tag().Replace(answer.Text, ""));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    // Lines on owners, labels and agreements; the others say what is not on record, or what the record does not mean.
    [GeneratedRegex("^(Owner or|Label|Agreements|Владелец|Пометка|Договорённости|Власник|Позначка|Домовленості|归属|标签|协议|歸屬|標籤|協議)")]
    private static partial Regex Stated();
}
