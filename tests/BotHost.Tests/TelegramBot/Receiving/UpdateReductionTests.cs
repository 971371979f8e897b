using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Store.Updates;
using BotHost.TelegramBot.Receiving;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Receiving;

public class UpdateReductionTests : BotTest
{
    [Fact]
    public void Only_a_public_channel_is_kept_of_an_origin()
    {
        Assert.Equal("@some_channel/17", OriginOf(Origins.PublicChannel("some_channel", 17)));
        Assert.Null(OriginOf(Origins.PrivateChannel));
        Assert.Null(OriginOf(Origins.Group));
        Assert.Null(OriginOf(Origins.User));
        Assert.Null(OriginOf(Origins.HiddenUser));
    }

    [Fact]
    public void Links_that_the_text_does_not_show_are_kept()
    {
        var message = Reduce(new()
        {
            ["text"] = "look here and there",
            ["entities"] = new JsonArray(
                Entity("text_link", "https://example.org/a"), Entity("bold"), Entity("text_link", "https://example.org/a")),
            ["reply_markup"] = new JsonObject
            {
                ["inline_keyboard"] = new JsonArray(new JsonArray(
                    new JsonObject { ["text"] = "More", ["url"] = "https://example.org/b" },
                    new JsonObject { ["text"] = "Like", ["callback_data"] = "like" })),
            },
        })!;

        Assert.Equal(["https://example.org/a", "https://example.org/b"], message.Links);
    }

    [Fact]
    public void Links_of_a_caption_are_kept()
    {
        var message = Reduce(new()
        {
            ["caption"] = "look here",
            ["caption_entities"] = new JsonArray(Entity("text_link", "https://example.org/a")),
            ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "x", ["file_unique_id"] = "y", ["width"] = 1, ["height"] = 1 }),
        })!;

        Assert.Equal(["https://example.org/a"], message.Links);
        Assert.Equal("look here", message.Text);
        Assert.Equal(ContentKind.Media, message.Content);
    }

    [Fact]
    public void The_question_of_a_poll_is_what_it_says()
    {
        var message = Reduce(new()
        {
            ["poll"] = new JsonObject
            {
                ["id"] = "1",
                ["question"] = "Did NATO promise?",
                ["options"] = new JsonArray(),
                ["total_voter_count"] = 0,
                ["is_closed"] = false,
                ["is_anonymous"] = true,
                ["type"] = "regular",
                ["allows_multiple_answers"] = false,
            },
        })!;

        Assert.Equal("Did NATO promise?", message.Text);
    }

    private string? OriginOf(JsonObject origin) => Reduce(new() { ["text"] = "x", ["forward_origin"] = origin })!.ForwardedFrom;

    private IncomingMessage? Reduce(JsonObject content)
    {
        var update = new JsonObject { ["update_id"] = 7, ["message"] = Telegram.MessageOf(Chat, content) };
        return UpdateReduction.Reduce(UpdateReader.Read(JsonSerializer.SerializeToElement(update))!)!.Message;
    }

    private static JsonObject Entity(string type, string? url = null)
    {
        var entity = new JsonObject { ["type"] = type, ["offset"] = 0, ["length"] = 4 };
        if (url is not null)
            entity["url"] = url;
        return entity;
    }
}
