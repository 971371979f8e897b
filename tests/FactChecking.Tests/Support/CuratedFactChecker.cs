using FactChecking.Answers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FactChecking.Tests.Support;

/// <summary>The whole path of a message over the records of <c>data/</c>, without a model.</summary>
public sealed class CuratedFactChecker : IAsyncLifetime
{
    private readonly CuratedKnowledge _curated = new();
    private ServiceProvider _services = null!; // set before the first test runs

    public FactChecker FactChecker => _services.GetRequiredService<FactChecker>();

    public ClaimDetails Details => _services.GetRequiredService<ClaimDetails>();

    public async ValueTask InitializeAsync()
    {
        await _curated.InitializeAsync();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Prompts:Folder"] = Repository.Prompts })
            .Build();
        _services = new ServiceCollection().AddLogging().AddFactChecking(configuration)
            .AddSingleton(_curated.Knowledge)
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _curated.DisposeAsync();
    }
}
