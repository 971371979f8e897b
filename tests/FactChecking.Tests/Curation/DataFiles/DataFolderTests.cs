using FactChecking.Curation.DataFiles;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.DataFiles;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;

    public DataFolderTests()
    {
        _data = DataCopy.To(_folder.File("data"));
    }

    [Fact]
    public async Task The_shipped_records_have_no_faults() =>
        Assert.Empty(await Faults());

    [Fact]
    public async Task All_variants_of_the_shipped_claims_are_searched() =>
        Assert.Empty((await FindingsAsync()).Notes);

    [Fact]
    public async Task Only_a_confirmed_variant_is_real_words() =>
        await Refuses("claims/C-COUP.yaml", text => text.Replace("origin: drafted", "origin: confirmed", StringComparison.Ordinal), "synthetic: must be false where the origin is confirmed");

    [Fact]
    public async Task A_record_without_evidence_is_refused() =>
        await Refuses("narratives/N-COUP-2014.yaml", text => text[..text.IndexOf("evidence:", StringComparison.Ordinal)], "evidence: is missing");

    [Fact]
    public async Task An_unknown_document_is_refused_with_its_line() =>
        Assert.Equal(8, (await Refuses(
            "narratives/N-COUP-2014.yaml",
            _ => """
                # a comment
                id: N-COUP-2014
                name: coup
                kind: narrative
                description: text

                evidence:
                  - document: D-NOWHERE
                    quote: words
                """,
            "there is no document D-NOWHERE")).Line);

    [Fact]
    public async Task An_unknown_enum_value_is_refused_with_the_known_ones() =>
        await Refuses("claims/C-COUP.yaml", text => text.Replace("scope: same_claim", "scope: same_clam", StringComparison.Ordinal), "is not a known value (one of same_claim");

    [Fact]
    public async Task An_unknown_field_is_refused() =>
        await Refuses("claims/C-COUP.yaml", text => $"{text}verdikt: false\n", "verdikt: is not a known field");

    [Fact]
    public async Task A_pseudo_fact_checker_cannot_publish_a_debunk() =>
        await Refuses("claims/C-COUP.yaml", text => text.Replace("document: D-EUVS-COUP1\n    scope", "document: D-WOF-ZH\n    scope", StringComparison.Ordinal), "pseudo-fact-checker");

    [Fact]
    public async Task A_name_of_two_organisations_needs_a_warning_on_both() =>
        await Refuses("entities/O-GT.yaml", text => text.Replace("    - Global Times\n", "    - Global Times\n    - Tass\n", StringComparison.Ordinal), "is also that of O-TASS");

    [Fact]
    public async Task A_file_that_is_no_YAML_is_refused() =>
        await Refuses("claims/C-COUP.yaml", _ => "id: [C-COUP", "not YAML");

    [Fact]
    public async Task A_file_must_be_named_after_its_record() =>
        await Refuses("narratives/N-COUP-2014.yaml", text => text.Replace("id: N-COUP-2014", "id: N-OTHER", StringComparison.Ordinal), "must be named after");

    [Fact]
    public async Task Every_fault_is_told_not_only_the_first()
    {
        await Write("claims/C-COUP.yaml", text => text.Replace("scope: same_claim", "scope: nonsense", StringComparison.Ordinal));
        await Write("narratives/N-COUP-2014.yaml", text => $"{text}more: text\n");

        var faults = await Faults();

        Assert.Contains(faults, fault => fault.File == "claims/C-COUP.yaml");
        Assert.Contains(faults, fault => fault.File == "narratives/N-COUP-2014.yaml");
    }

    [Fact]
    public async Task A_missing_folder_is_told()
    {
        var fault = Assert.Single((await new DataFolder(_folder.File("nowhere")).ValidateAsync(TestContext.Current.CancellationToken)).Faults);

        Assert.Contains("no such folder", fault.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<DataFault> Refuses(string file, Func<string, string> change, string reason)
    {
        await Write(file, change);

        var fault = (await Faults()).First(fault => fault.ToString().Contains(reason, StringComparison.Ordinal));

        Assert.Equal(file, fault.File);
        Assert.InRange(fault.Line, 1, 10_000);
        return fault;
    }

    private async Task<IReadOnlyList<DataFault>> Faults() => (await FindingsAsync()).Faults;

    private Task<DataFindings> FindingsAsync() => new DataFolder(_data).ValidateAsync(TestContext.Current.CancellationToken);

    private async Task Write(string file, Func<string, string> change)
    {
        var path = Path.Combine(_data, file);
        var changed = change(await File.ReadAllTextAsync(path));
        Assert.NotEqual(changed, await File.ReadAllTextAsync(path));
        await File.WriteAllTextAsync(path, changed);
    }
}
