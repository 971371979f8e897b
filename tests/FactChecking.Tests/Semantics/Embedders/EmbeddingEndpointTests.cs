using System.ClientModel;
using System.Diagnostics;
using System.Numerics.Tensors;
using FactChecking.Semantics.Embedders;
using FactChecking.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FactChecking.Tests.Semantics.Embedders;

public sealed class EmbeddingEndpointTests : IAsyncLifetime
{
    private ScriptedEmbeddings _service = null!; // set before every test

    public async ValueTask InitializeAsync() => _service = await ScriptedEmbeddings.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_vectors_of_a_service_come_back_in_order(bool sendsNumbers)
    {
        _service.SendsNumbers = sendsNumbers;
        using var model = Create(WordBag.Dimensions);

        var vectors = await EmbedAsync(model, "the moon", "a ship");

        var request = Assert.Single(_service.Requests);
        Assert.Equal("/v1/embeddings", request.Path);
        Assert.Equal("Bearer secret", request.Key);
        Assert.Equal("small", (string?)request.Body["model"]);
        Assert.All(
            vectors.Zip(["query: the moon", "query: a ship"]),
            pair => Assert.Equal(1, TensorPrimitives.CosineSimilarity<float>(pair.First, WordBag.VectorOf(pair.Second)), 1e-4f));
    }

    [Fact]
    public async Task Azure_is_asked_for_the_deployment()
    {
        using var model = EmbeddingModel.Create(new()
        {
            Provider = "azure_openai",
            Endpoint = _service.Address,
            Name = "ours",
            ApiKey = "secret",
            Dimensions = WordBag.Dimensions,
        });

        await EmbedAsync(model, "the moon");

        var request = Assert.Single(_service.Requests);
        Assert.Equal("/openai/deployments/ours/embeddings", request.Path);
        Assert.Equal("secret", request.Key);
    }

    [Fact]
    public async Task Vectors_of_another_size_than_the_settings_say_are_refused()
    {
        using var model = Create(1536);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => EmbedAsync(model, "the moon"));

        Assert.Contains("96 numbers instead of 1536", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_down_is_asked_once()
    {
        _service.Instead = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        using var model = Create(WordBag.Dimensions);

        await Assert.ThrowsAsync<ClientResultException>(() => EmbedAsync(model, "the moon"));

        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task A_service_that_hangs_holds_no_message_up()
    {
        using var records = new EmbeddedRecords();
        records.Publish("a ship left", "bread is dear", "the moon is made of cheese");
        records.Start(EmbeddingEndpoint.Create(Options(WordBag.Dimensions)), timeout: 0.3);
        await records.Filler.FillAsync(TestContext.Current.CancellationToken);
        Assert.Equal("the moon is made of cheese", (await records.FindAsync("cheese of the moon"))[0]);

        _service.Instead = context => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var started = Stopwatch.GetTimestamp();
        var found = await records.FindAsync("a ship");

        Assert.Empty(found);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10), "it waited longer than the timeout");
        Assert.Equal(["done", "timeout"], records.Outcomes);
    }

    private EmbeddingModel Create(int dimensions) => EmbeddingModel.Create(Options(dimensions));

    private SemanticsOptions Options(int dimensions) => new()
    {
        Provider = "openai",
        Endpoint = new Uri(_service.Address, "v1"),
        Name = "small",
        ApiKey = "secret",
        Dimensions = dimensions,
    };

    private static Task<IReadOnlyList<float[]>> EmbedAsync(EmbeddingModel model, params string[] texts) =>
        model.EmbedAsync([.. texts.Select(model.ForQuery)], TestContext.Current.CancellationToken);
}
