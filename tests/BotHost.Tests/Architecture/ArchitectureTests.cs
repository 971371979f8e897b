using Microsoft.CodeAnalysis;

namespace BotHost.Tests.Architecture;

/// <summary>The plan of the house, as CONTRIBUTING says it.</summary>
public sealed class ArchitectureTests(SourceReferences sources) : IClassFixture<SourceReferences>
{
    // Each project may use those after it in its list.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["FactChecking"] = [],
        ["BotHost.Store"] = ["FactChecking"],
        ["FactChecking.Curation"] = ["FactChecking", "BotHost.Store"],
        ["BotHost"] = ["FactChecking", "BotHost.Store", "FactChecking.Curation"],
    };

    [Fact]
    public void Folders_of_a_project_name_each_other_in_no_circle()
    {
        var between = sources.All.Where(reference => reference.FromFolder != reference.ToFolder && reference.FromProject == reference.ToProject).ToList();
        var edges = between.Select(reference => (From: reference.FromFolder, To: reference.ToFolder)).Distinct().ToList();

        // An edge to a folder that names no other, or from one that no other names, is part of no circle.
        while (edges.RemoveAll(edge => !edges.Exists(next => next.From == edge.To) || !edges.Exists(before => before.To == edge.From)) > 0)
        {
        }

        Assert.Empty(Named(between.Where(reference => edges.Contains((reference.FromFolder, reference.ToFolder)))));
    }

    [Fact]
    public void Projects_use_only_those_below_them()
    {
        var wrong = sources.All.Where(reference => reference.FromProject != reference.ToProject && !MayUse[reference.FromProject].Contains(reference.ToProject));

        Assert.Empty(Named(wrong));
    }

    [Fact]
    public void Every_name_is_found()
    {
        // A partial method without its generated part, and what Razor makes of the pages, are all that is missing here.
        var unknown = sources.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not "CS8795");

        Assert.Empty(unknown.Select(diagnostic => diagnostic.ToString()));
        Assert.All(MayUse.Where(project => project.Value.Length > 0), project =>
            Assert.Contains(sources.All, reference => reference.FromProject == project.Key && reference.ToProject == project.Value[0]));
    }

    private static IEnumerable<string> Named(IEnumerable<SourceReference> references) => references
        .GroupBy(reference => (reference.FromFolder, reference.ToFolder))
        .Select(edge => $"{edge.Key.FromFolder} names {edge.Key.ToFolder}: {string.Join(", ", edge.Select(reference => $"{Path.GetFileName(reference.From)} → {reference.Type}").Distinct().Take(5))}");
}
