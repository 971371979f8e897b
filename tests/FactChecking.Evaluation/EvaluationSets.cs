namespace FactChecking.Evaluation;

/// <summary>The sets that are looked for in the evaluation folder.</summary>
internal static class EvaluationSets
{
    private static readonly (string Name, string Folder, string? Queries, string? NoMatch, string? Language)[] All =
    [
        ("clef2022-dev", "clef2022_task2a_en", "dev", null, null),
        ("clef2022-test2021", "clef2022_task2a_en", "test2021", null, null),
        ("factchecktweet-dev", "factchecktweet_en", "dev", null, null),
        ("ru22fact-uk", "ru22fact_uk", "dev", "nomatch_dev", null),
        ("ru22fact-zh", "ru22fact_zhcn", "dev", "nomatch_dev", null),
        ("ru22fact-en", "ru22fact_en", null, "nomatch_dev", null),
        ("mygopen", "mygopen_zhtw", "dev", null, null),
        ("checked", "checked_zhcn", "dev", null, null),
        ("cofacts", "cofacts_zhtw", "dev", "nomatch_dev", null),
        ("voxcheck-ru", "voxcheck_multi", "ru_dev", "nomatch_ru_dev", "ru"),
        ("voxcheck-uk", "voxcheck_multi", "uk_dev", null, "uk"),
        ("voxcheck-en", "voxcheck_multi", "en_dev", null, "en"),
        ("voxcheck-ru-uk", "voxcheck_multi", "ru_dev", null, "uk"),
        ("voxcheck-uk-ru", "voxcheck_multi", "uk_dev", null, "ru"),
        ("voxcheck-ru-en", "voxcheck_multi", "ru_dev", null, "en"),
        ("euvsdisinfo", "euvsdisinfo_xling", "dev", null, null),
        ("crossfake", "crossfake_zh_en", "dev", null, null),
    ];

    /// <summary>The training splits: never reported.</summary>
    private static readonly (string Name, string Folder, string? Queries, string? NoMatch, string? Language)[] Training =
    [
        ("clef2022-train", "clef2022_task2a_en", "train", null, null),
        ("factchecktweet-train", "factchecktweet_en", "train", null, null),
    ];

    public static IEnumerable<EvaluationSet> ForReport(string folder, string[] names, string work) => Read(All, folder, names, work);

    public static IEnumerable<EvaluationSet> ForTraining(string folder, string work) => Read(Training, folder, [], work);

    private static IEnumerable<EvaluationSet> Read(
        (string Name, string Folder, string? Queries, string? NoMatch, string? Language)[] sets, string folder, string[] names, string work) =>
        sets.Where(set => (names.Length == 0 || names.Any(name => set.Name.StartsWith(name, StringComparison.Ordinal)))
                && Directory.Exists(Path.Combine(folder, set.Folder)))
            .Select(set => EvaluationSet.Read(Path.Combine(folder, set.Folder), set.Name, set.Queries, set.NoMatch, set.Language, work));
}
