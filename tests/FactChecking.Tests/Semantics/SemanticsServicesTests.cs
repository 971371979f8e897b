using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Semantics;
using FactChecking.Semantics.Embedders;
using FactChecking.Semantics.Vectors;
using FactChecking.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FactChecking.Tests.Semantics;

public sealed class SemanticsServicesTests(CuratedKnowledge curated) : IClassFixture<CuratedKnowledge>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_records_are_embedded_in_the_background_and_found()
    {
        var text = PassageTextReader.All(curated.Knowledge.Current).First();
        await using var services = Create(new()
        {
            ["Provider"] = "onnx",
            ["ModelFolder"] = SharedModels.Folder(_folder, SharedModels.Model, SharedModels.Tokenizer),
        });
        var worker = services.GetServices<IHostedService>().OfType<EmbeddingWorker>().Single();

        await worker.StartAsync(TestContext.Current.CancellationToken);
        var hits = await FindAsync(services.GetRequiredService<SemanticSearch>(), text.Text);
        await worker.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(text.Place.Claim, hits[0].Claim);
        Assert.Equal(1, hits[0].Cosine, 1e-2);
        Assert.True(hits[0].Normalised > 1, "the text itself is no nearer than others");
    }

    [Fact]
    public async Task A_message_is_compared_by_its_meaning_with_all_that_its_words_find()
    {
        await using var services = Create(new()
        {
            ["Provider"] = "onnx",
            ["ModelFolder"] = SharedModels.Folder(_folder, SharedModels.Encoder, SharedModels.Tokenizer),
            ["TimeoutSeconds"] = "20",
        });
        await services.GetRequiredService<IndexFiller>().FillAsync(TestContext.Current.CancellationToken);

        var result = await services.GetRequiredService<ClaimMatcher>()
            .MatchAsync(services.GetRequiredService<KnowledgeBase>(), "They say that a fifth of Ukrainians would like to be in NATO one day", 40);

        Assert.Contains(result.Matches, match => match.Features.Score > 0);
        Assert.All(result.Matches, match => Assert.NotNull(match.Features.Meaning));
        Assert.Equal(curated.Knowledge.Current.Claims, result.Matches.Count);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("of another model", false)]
    public void A_calibration_counts_for_the_very_model_that_it_was_made_with(string suffix, bool counts)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Provider"] = "onnx",
            ["ModelFolder"] = SharedModels.Folder(_folder, SharedModels.Model, SharedModels.Tokenizer),
        };
        using var services = Create(settings);
        services.GetRequiredService<CalibrationFile>().Write(new LocalCalibration(
            MatchModel.Shipped.Fingerprint(), new Dictionary<string, CalibratedLanguage>(), new CalibratedMeaning(services.GetRequiredService<EmbeddingModel>().Id + suffix, 2, 300)));

        Assert.Equal(counts, services.GetRequiredService<ClaimMatcher>().Model.IsMeaningCalibrated);
    }

    [Fact]
    public void Without_a_model_there_is_no_search_by_meaning()
    {
        using var services = Create([]);

        Assert.Null(services.GetService<SemanticSearch>());
        Assert.Empty(services.GetServices<IHostedService>().OfType<EmbeddingWorker>());
    }

    [Theory]
    [InlineData("Provider", "magic", "Semantics:Provider is “magic”")]
    [InlineData("Provider", "onnx", "Semantics:ModelFolder")]
    [InlineData("Provider", "openai", "Semantics:Dimensions")]
    [InlineData("Provider", "azure_openai", "Semantics:Endpoint")]
    [InlineData("MaxTokens", "1", "MaxTokens")]
    public void A_wrong_setting_is_named(string name, string value, string named)
    {
        using var services = Create(new() { [name] = value });

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SemanticsOptions>>().Value);

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Create(Dictionary<string, string?> settings)
    {
        settings["Database"] = _folder.File("vectors.db");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{SemanticsOptions.Section}:{setting.Key}", setting.Value)))
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Prompts:Folder", Repository.Prompts)])
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Matching:CalibrationFile", _folder.File("calibration.json"))])
            .Build();
        return new ServiceCollection().AddLogging().AddFactChecking(configuration)
            .AddSingleton(curated.Knowledge)
            .BuildServiceProvider();
    }

    // The worker starts at its own pace.
    private async Task<IReadOnlyList<SemanticHit>> FindAsync(SemanticSearch search, string text)
    {
        while (true)
        {
            var hits = await search.FindAsync(curated.Knowledge.Current, text, 3, TestContext.Current.CancellationToken);
            if (hits.Count > 0 && hits[0].Cosine > 0.99)
                return hits;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
