namespace BotHost.Tests.Support;

/// <summary>A private chat with the bot, which has the person's own id, and the language of the person's client.</summary>
public sealed record FakeChat(long Id, string? Language)
{
    private static long _last = 7_000_000_000;

    public string FirstName { get; init; } = "Zebediah";

    public string UserName { get; init; } = "zeb_quillfeather";

    public static FakeChat New(string? language = "en") => new(Interlocked.Increment(ref _last), language);
}
