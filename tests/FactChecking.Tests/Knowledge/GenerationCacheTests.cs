using FactChecking.Knowledge;

namespace FactChecking.Tests.Knowledge;

public sealed class GenerationCacheTests
{
    [Fact]
    public void What_was_read_is_not_read_again()
    {
        using var kept = new GenerationCache(10);
        var reads = 0;

        var readings = Enumerable.Range(0, 3).Select(_ => kept.Get("key", () => $"reading {++reads}")).ToList();

        Assert.Equal(["reading 1", "reading 1", "reading 1"], readings);
        Assert.Equal("other", kept.Get("other", () => "other"));
    }

    [Fact]
    public void That_there_is_nothing_is_asked_anew()
    {
        using var kept = new GenerationCache(10);

        Assert.Null(kept.Get<string>("key", () => null));
        Assert.Equal("now", kept.Get("key", () => "now"));
    }

    [Fact]
    public void No_more_are_kept_than_there_is_room_for()
    {
        using var kept = new GenerationCache(10);

        for (var number = 0; number < 1000; number++)
            Assert.Equal($"{number}", kept.Get(number, () => $"{number}"));

        var stillKept = Enumerable.Range(0, 1000).Count(number => kept.Get<string>(number, () => null) is not null);
        Assert.InRange(stillKept, 0, 10);
    }
}
