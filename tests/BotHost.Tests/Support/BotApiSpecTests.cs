using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

public class BotApiSpecTests
{
    [Theory]
    [InlineData("""{"chat_id": 1, "text": "x", "reply_parameters": {"message_id": 2}}""", null)]
    [InlineData("""{"chat_id": 1}""", "sendMessage lacks text.")]
    [InlineData("""{"chat_id": 1, "text": "x", "colour": "red"}""", "sendMessage has no colour.")]
    [InlineData("""{"chat_id": 1, "text": 5}""", "sendMessage.text must be a string.")]
    [InlineData("""{"chat_id": 1, "text": "x", "reply_parameters": {"message_id": "2"}}""", "sendMessage.reply_parameters.message_id must be an integer.")]
    [InlineData("""{"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}}""", "sendMessage.reply_markup.inline_keyboard[0][0] lacks text.")]
    public void A_request_is_checked_to_its_last_part(string parameters, string? fault)
    {
        Assert.SkipWhen(BotApiSpec.Instance is null, BotApiSpec.WhySkipped);

        Assert.Equal(fault, BotApiSpec.Instance!.Faults("sendMessage", JsonNode.Parse(parameters)!.AsObject()).FirstOrDefault());
    }

    [Fact]
    public void A_method_that_does_not_exist_is_found_out()
    {
        Assert.SkipWhen(BotApiSpec.Instance is null, BotApiSpec.WhySkipped);

        Assert.NotEmpty(BotApiSpec.Instance!.Faults("sendMesage", []));
    }
}
