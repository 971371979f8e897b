using BotHost.Store.Database;

namespace FactChecking.Tests.Store.Database;

public sealed class RecentWritesTests
{
    [Fact]
    public void What_was_put_is_given_away_once_and_never_much_is_kept()
    {
        var put = new RecentWrites<int, string>();
        put.Put(1, "a");
        put.Put(1, "b");

        Assert.Equal("b", put.Take(1));
        Assert.Null(put.Take(1));

        for (var key = 0; key < 2_500; key++)
            put.Put(key, "c");
        Assert.InRange(Enumerable.Range(0, 2_500).Count(key => put.Take(key) is not null), 1, 1_000);
    }
}
