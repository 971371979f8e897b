using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FactChecking.Tests.Support;

/// <summary>An embedding service of the OpenAI form on loopback, over real HTTP, that answers as a test says.</summary>
internal sealed class ScriptedEmbeddings : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedEmbeddings(WebApplication app) => _app = app;

    /// <summary>The requests as they came in, with the path and the key of each.</summary>
    public List<(string Path, string? Key, JsonNode Body)> Requests { get; } = [];

    /// <summary>Answers instead of the vectors.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>Sends vectors as lists of numbers, as services do that do not know the packed form.</summary>
    public bool SendsNumbers { get; set; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()); // set once started

    public static async Task<ScriptedEmbeddings> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new ScriptedEmbeddings(app);
        app.MapPost("{**path}", service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!; // the client sends an object
        Requests.Add((context.Request.Path, context.Request.Headers.Authorization.FirstOrDefault() ?? context.Request.Headers["api-key"], body));
        if (Instead is not null)
        {
            await Instead(context);
            return;
        }

        var texts = body["input"] is JsonArray several ? several.Select(text => (string)text!) : [(string)body["input"]!];
        await context.Response.WriteAsJsonAsync(new
        {
            @object = "list",
            model = "scripted",
            data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Written(WordBag.VectorOf(text)) }),
            usage = new { prompt_tokens = 1, total_tokens = 1 },
        });
    }

    private object Written(float[] vector) =>
        SendsNumbers ? vector : Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
