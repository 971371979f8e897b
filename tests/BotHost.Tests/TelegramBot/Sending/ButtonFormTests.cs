using System.Text;
using BotHost.TelegramBot.Sending;

namespace BotHost.Tests.TelegramBot.Sending;

public class ButtonFormTests
{
    [Fact]
    public void A_long_label_is_cut_between_whole_characters()
    {
        var label = Button.Pick("k", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 30))).Label;

        Assert.InRange(label.Length, 50, 61);
        Assert.EndsWith("👦…", label, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_label_stays_as_it_is() => Assert.Equal("NATO promised", Button.Pick("k", "NATO promised").Label);

    [Fact]
    public void A_key_comes_back_as_it_went_out()
    {
        var data = Button.Pick("C-NATO20", "any").Data;

        Assert.Equal("C-NATO20", Button.PickedKey(data));
        Assert.False(Button.IsNoneOfThese(data));
        Assert.False(Button.TryGetLanguage(data, out _));
    }

    [Fact]
    public void A_key_that_does_not_fit_is_refused_before_Telegram_does()
    {
        Assert.Equal(64, Encoding.UTF8.GetByteCount(Button.Pick(new string('k', 56), "any").Data));
        Assert.Throws<ArgumentException>(() => Button.Pick(new string('k', 57), "any"));
    }
}
