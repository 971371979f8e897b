using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactChecking.Tests.Support;

/// <summary>A service of the OpenAI form on loopback, over real HTTP, that answers as a test says.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private Func<JsonNode, HttpContext, Task> _script = (_, _) => Task.CompletedTask;

    private ScriptedModel(WebApplication app) => _app = app;

    /// <summary>The requests as they came in.</summary>
    public List<JsonNode> Requests { get; } = [];

    public Uri Endpoint => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1"); // set once started

    public static async Task<ScriptedModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var model = new ScriptedModel(app);
        app.MapPost("/v1/chat/completions", async context =>
        {
            var request = (await JsonNode.ParseAsync(context.Request.Body))!; // the client sends an object
            lock (model.Requests)
                model.Requests.Add(request);
            await model._script(request, context);
        });
        await app.StartAsync();
        return model;
    }

    /// <summary>Answers with a draft made from the facts that the bot offered.</summary>
    public void AnswersWith(Func<JsonNode, object> draftOf) =>
        Says(request => JsonSerializer.Serialize(draftOf(JsonNode.Parse(MessageOf(request, "user"))!["facts"]!), JsonSerializerOptions.Web)); // the bot always offers facts

    /// <summary>Answers with this text as the message's content.</summary>
    public void Says(Func<JsonNode, string> contentOf) => _script = (request, context) => context.Response.WriteAsJsonAsync(new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "scripted",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = contentOf(request) } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    });

    /// <summary>Answers as the test writes it, headers and all.</summary>
    public void Does(Func<HttpContext, Task> script) => _script = (_, context) => script(context);

    public static string MessageOf(JsonNode request, string role)
    {
        var content = request["messages"]!.AsArray().Single(message => (string?)message!["role"] == role)!["content"]!; // every message has a role and content
        return content is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string)content!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
