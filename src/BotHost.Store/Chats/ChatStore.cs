using BotHost.Store.Database;
using BotHost.Store.Outgoing;
using Dapper;
using FactChecking.Languages;

namespace BotHost.Store.Chats;

/// <summary>The languages that people chose for their chats. A chat without a choice is not in here.</summary>
public sealed class ChatStore(BotDatabase database)
{
    private const string SelectLanguage = "select language from chats where chat_id = @chat";

    private const string SetLanguage = """
        insert into chats (chat_id, language) values (@chat, @language)
        on conflict (chat_id) do update set language = excluded.language
        """;

    private const string Delete = "delete from chats where chat_id = @chat";

    private const string DeleteWaitingCalls = "delete from outbox where lane = @chat";

    private const string DeleteToBeTold = "delete from to_be_told where chat_id = @chat";

    private const string DeleteSetAside = "delete from inbox where lane = @chat and state = 'set_aside'";

    /// <summary>The chosen language, one of <see cref="ReplyLanguages.All"/>; null when none was chosen.</summary>
    public string? FindLanguage(long chat) => database.Read(connection =>
        connection.ExecuteScalar<string?>(SelectLanguage, new { chat }));

    /// <summary>Keeps the choice; null forgets it.</summary>
    public Task ChooseLanguageAsync(long chat, string? language) => database.RunAsync(connection => language is null
        ? connection.Execute(Delete, new { chat })
        : connection.Execute(SetLanguage, new { chat, language }));

    /// <summary>Forgets the chat: all that is held of it, and what was still to be said to it.</summary>
    public Task<DeletedChatData> ForgetAsync(long chat) => database.RunAsync(connection =>
    {
        var forgotten = new DeletedChatData(
            connection.Execute(Delete, new { chat }) > 0,
            AnswerStore.ForgetOf(connection, chat),
            connection.Execute(DeleteToBeTold, new { chat }),
            connection.Execute(DeleteWaitingCalls, new { chat }));
        connection.Execute(DeleteSetAside, new { chat });
        return forgotten;
    });
}
