using FactChecking.Messages;

namespace FactChecking.Tests.Messages;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("Call me: +1 (202) 555-0143, they hide it", "Call me: …, they hide it")]
    [InlineData("My number is 202-555-0143.", "My number is ….")]
    [InlineData("Звоните 8 (495) 123-45-67 до вечера", "Звоните … до вечера")]
    [InlineData("мой телефон +7 912 345-67-89, пишите", "мой телефон …, пишите")]
    [InlineData("Телефонуйте 044 123 45 67 або +38(050)123-45-67!", "Телефонуйте … або …!")]
    [InlineData("номер 380501234567 у вайбері", "номер … у вайбері")]
    [InlineData("请打13812345678联系我", "请打…联系我")]
    [InlineData("电话：138-1234-5678，转发", "电话：…，转发")]
    [InlineData("電話０２－２３４５－６７８９請轉傳", "電話…請轉傳")]
    [InlineData("聯絡電話 0912-345-678", "聯絡電話 …")]
    public void Phone_numbers_go(string text, string redacted) => Check(text, redacted);

    [Theory]
    [InlineData("write to jane.doe+news@mail.example.com now", "write to … now")]
    [InlineData("пишите на почта@пример.рф срочно", "пишите на … срочно")]
    [InlineData("пишіть на olena_k@post.example.ua, будь ласка", "пишіть на …, будь ласка")]
    [InlineData("请发邮件到wang@example.cn谢谢", "请发邮件到…谢谢")]
    [InlineData("寄到chen@example.tw。", "寄到…。")]
    public void E_mail_addresses_go(string text, string redacted) => Check(text, redacted);

    [Theory]
    [InlineData("as @john_doe42 said", "as … said")]
    [InlineData("подписывайтесь на @канал_правды, друзья", "подписывайтесь на …, друзья")]
    [InlineData("читайте @новини_києва!", "читайте …!")]
    [InlineData("转自@战地记者小王：基辅陷落", "转自…：基辅陷落")]
    [InlineData("轉自 @chen_1990 的貼文", "轉自 … 的貼文")]
    public void User_names_go(string text, string redacted) => Check(text, redacted);

    [Theory]
    [InlineData("card 4111 1111 1111 1111 stolen", "card … stolen")]
    [InlineData("переведите на карту 2200-1234-5678-9012", "переведите на карту …")]
    [InlineData("збір: 4149499912345678, поширте", "збір: …, поширте")]
    [InlineData("рахунок UA21 3223 1300 0002 6007 2335 6600 1", "рахунок …")]
    [InlineData("卡号6222021234567890123请核实", "卡号…请核实")]
    [InlineData("身份证11010519491231002X", "身份证…")]
    [InlineData("bot 123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw leaked", "bot … leaked")]
    public void Numbers_of_cards_accounts_papers_and_keys_go(string text, string redacted) => Check(text, redacted);

    [Theory]
    [InlineData("see https://news.example/a/1234567890?utm_source=tg&uid=42#top.", "see https://news.example/a/1234567890.")]
    [InlineData("смотри https://user:secret@host.example/путь", "смотри https://host.example/путь")]
    [InlineData("https://t.me/joinchat/AAAAAEkk2WdoDrB4 заходи", "https://t.me/… заходи")]
    [InlineData("дивись https://www.facebook.com/olena.kovalenko/posts/77", "дивись https://www.facebook.com/…")]
    [InlineData("加我https://wa.me/8613812345678谢谢", "加我https://wa.me/…谢谢")]
    [InlineData("tg://resolve?domain=someone", "…")]
    [InlineData("看news.example/live?token=abcDEF123，快", "看news.example/live，快")]
    [InlineData("https://site.example/reset/9f86d081884c7d659a2feaa0c55ad015/", "https://site.example/reset/…/")]
    public void Of_a_link_the_host_and_the_path_stay(string text, string redacted) => Check(text, redacted);

    [Theory]
    [InlineData("Only 20% of 41,000,000 Ukrainians; $8 000 000 000 in 2014-2022")]
    [InlineData("С 24.02.2022 12:00 погибло 10 000 000, то есть 8 000 000 000 рублей")]
    [InlineData("01.02.2022 12:30 у Києві 46 лабораторій, 1 234 567 890 грн")]
    [InlineData("2022年3月1日，46个实验室，拨款10000000元")]
    [InlineData("2022-03-01 起 1,350,000,000 人")]
    [InlineData("Rated 5.5/10 and a/b at 9:30, e.g. this…that")]
    public void Amounts_dates_and_years_stay(string text) => Check(text, text);

    [Fact]
    public void A_long_message_made_to_be_expensive_is_redacted_in_time()
    {
        string[] hostile = ["a", "1", "1 ", "-", "a.", "@", "a@", "+1", "://", "a_", "A1", "(0", "…", "9,"];

        foreach (var part in hostile)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            Redaction.Of(string.Concat(Enumerable.Repeat(part, 20_000 / part.Length)));
            Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 2);
        }
    }

    private static void Check(string text, string redacted)
    {
        Assert.Equal(redacted, Redaction.Of(text));
        Assert.Equal(redacted, Redaction.Of(redacted));
    }
}
