using BotHost.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BotHost.Tests.Architecture;

/// <summary>
/// Which source file names a type of which other one, as the compiler binds the names. Compiled programs tell less: constants
/// and <c>nameof</c> leave no trace in them.
/// </summary>
public sealed class SourceReferences
{
    // What the SDK imports into every file. Names that only generated code declares are not looked for.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // The same for a web project, put before each of its files.
    private const string WebUsings =
        "using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Hosting; using Microsoft.AspNetCore.Http; "
        + "using Microsoft.AspNetCore.Routing; using Microsoft.Extensions.Configuration; "
        + "using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Microsoft.Extensions.Logging; ";

    private readonly string _root = Path.Combine(Repository.Root, "src");

    public SourceReferences()
    {
        var trees = Directory.EnumerateFiles(_root, "*.cs", SearchOption.AllDirectories)
            .Select(file => CSharpSyntaxTree.ParseText((Relative(file).StartsWith("BotHost/", StringComparison.Ordinal) ? WebUsings : "") + File.ReadAllText(file), path: file))
            .ToList();
        Compilation = CSharpCompilation.Create(
            "all",
            trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings)),
            Packages(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        All = [.. trees.AsParallel().SelectMany(Read).Distinct()];
    }

    /// <summary>All source files together.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Every reference from one file to another.</summary>
    public IReadOnlyList<SourceReference> All { get; }

    // Our own programs are compiled from their source; all else is what this test runs with.
    private static IEnumerable<MetadataReference> Packages() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator) // every .NET program is told
            .Where(file => !Path.GetFileName(file).StartsWith("BotHost", StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("FactChecking", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));

    private IEnumerable<SourceReference> Read(SyntaxTree tree)
    {
        var model = Compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name);
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            if (TypeOf(symbol) is { } type)
            {
                foreach (var declaration in type.OriginalDefinition.DeclaringSyntaxReferences)
                    yield return new SourceReference(Relative(tree.FilePath), Relative(declaration.SyntaxTree.FilePath), type.Name);
            }
        }
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType,
        INamedTypeSymbol type => type,
        INamespaceSymbol or null => null,
        _ => symbol.ContainingType,
    };

    private string Relative(string file) => Path.GetRelativePath(_root, file).Replace('\\', '/');
}

/// <summary>A file that names a type of another file.</summary>
/// <param name="From">The file, below <c>src</c>.</param>
/// <param name="To">The file that declares the type.</param>
/// <param name="Type">The type.</param>
public sealed record SourceReference(string From, string To, string Type)
{
    public string FromFolder => FolderOf(From);

    public string ToFolder => FolderOf(To);

    public string FromProject => From.Split('/')[0];

    public string ToProject => To.Split('/')[0];

    private static string FolderOf(string file) => file[..file.LastIndexOf('/')];
}
