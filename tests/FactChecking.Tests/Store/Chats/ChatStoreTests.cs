using BotHost.Store.Chats;
using FactChecking.Tests.Store.Database;
using static FactChecking.Tests.Store.Database.BotDatabaseFixture;

namespace FactChecking.Tests.Store.Chats;

public sealed class ChatStoreTests : IAsyncDisposable
{
    private readonly BotDatabaseFixture _bot = new();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_choice_is_kept_changed_and_given_up()
    {
        var chats = new ChatStore(_bot.Database);
        Assert.Null(chats.FindLanguage(1));

        await chats.ChooseLanguageAsync(1, "uk");
        await chats.ChooseLanguageAsync(1, "ru");
        Assert.Equal("ru", chats.FindLanguage(1));
        Assert.Null(chats.FindLanguage(2));

        await chats.ChooseLanguageAsync(1, null);
        Assert.Equal(0, _bot.Scalar<int>("select count(*) from chats"));
    }

    [Fact]
    public async Task A_chat_that_is_forgotten_hears_nothing_more()
    {
        var chats = new ChatStore(_bot.Database);
        await chats.ChooseLanguageAsync(1, "uk");
        await _bot.Inbox.StoreAsync([Update(1, chat: 1), Update(2, chat: 2)]);
        await _bot.Inbox.CloseAsync(Update(1, chat: 1), [Draft()]);
        await _bot.Inbox.CloseAsync(Update(2, chat: 2), [Draft()]);

        await chats.ForgetAsync(1);

        Assert.Null(chats.FindLanguage(1));
        Assert.Equal(2, _bot.Scalar<long>("select lane from outbox"));
    }
}
