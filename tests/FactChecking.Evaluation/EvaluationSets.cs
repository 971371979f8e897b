namespace FactChecking.Evaluation;

/// <summary>
/// The sets that are looked for in the evaluation folder. English has splits for training; of every other set the
/// messages in even places of the development split are learnt from, and those in odd places are reported.
/// </summary>
internal static class EvaluationSets
{
    /// <param name="Name">How the set is called in the table.</param>
    /// <param name="Folder">Its folder.</param>
    /// <param name="Queries">Its messages; null if none has an answer.</param>
    /// <param name="NoMatch">Its messages that nothing answers; null if there are none.</param>
    /// <param name="Language">Only records of this language; null: all.</param>
    private sealed record Source(string Name, string Folder, string? Queries, string? NoMatch, string? Language);

    private static readonly Source[] ReportedWhole =
    [
        new("clef2022-dev", "clef2022_task2a_en", "dev", null, null),
        new("clef2022-test2021", "clef2022_task2a_en", "test2021", null, null),
        new("factchecktweet-dev", "factchecktweet_en", "dev", null, null),
    ];

    private static readonly Source[] LearntWhole =
    [
        new("clef2022-train", "clef2022_task2a_en", "train", null, null),
        new("factchecktweet-train", "factchecktweet_en", "train", null, null),
    ];

    private static readonly Source[] Halved =
    [
        new("ru22fact-uk", "ru22fact_uk", "dev", "nomatch_dev", null),
        new("ru22fact-zh", "ru22fact_zhcn", "dev", "nomatch_dev", null),
        new("ru22fact-en", "ru22fact_en", null, "nomatch_dev", null),
        new("mygopen", "mygopen_zhtw", "dev", null, null),
        new("checked", "checked_zhcn", "dev", null, null),
        new("cofacts", "cofacts_zhtw", "dev", "nomatch_dev", null),
        new("voxcheck-ru", "voxcheck_multi", "ru_dev", "nomatch_ru_dev", "ru"),
        new("voxcheck-uk", "voxcheck_multi", "uk_dev", null, "uk"),
        new("voxcheck-en", "voxcheck_multi", "en_dev", null, "en"),
        new("voxcheck-ru-uk", "voxcheck_multi", "ru_dev", null, "uk"),
        new("voxcheck-uk-ru", "voxcheck_multi", "uk_dev", null, "ru"),
        new("voxcheck-ru-en", "voxcheck_multi", "ru_dev", null, "en"),
        new("euvsdisinfo", "euvsdisinfo_xling", "dev", null, null),
        new("crossfake", "crossfake_zh_en", "dev", null, null),
    ];

    /// <summary>
    /// True when the labels name every right record. Where several fact-checkers or answerers wrote of one story and the
    /// labels name one, a right match counts as wrong: good enough to learn ranking from, not probabilities.
    /// </summary>
    public static bool AreLabelsComplete(string name) =>
        !name.StartsWith("factchecktweet", StringComparison.Ordinal) && !name.StartsWith("cofacts", StringComparison.Ordinal);

    /// <summary>How many training sets share the first word of this name: they hold the same records in other languages.</summary>
    public static int FamilySize(string name) =>
        LearntWhole.Concat(Halved).Count(source => source.Name.Split('-')[0] == name.Split('-')[0]);

    public static IEnumerable<EvaluationSet> ForReport(string folder, string[] names, string work) =>
        Read(ReportedWhole, folder, names, work).Concat(Read(Halved, folder, names, work).Select(set => set.Half(1)));

    public static IEnumerable<EvaluationSet> ForTraining(string folder, string work) =>
        Read(LearntWhole, folder, [], work).Concat(Read(Halved, folder, [], work).Select(set => set.Half(0)));

    private static IEnumerable<EvaluationSet> Read(Source[] sources, string folder, string[] names, string work) =>
        sources.Where(source => (names.Length == 0 || names.Any(name => source.Name.StartsWith(name, StringComparison.Ordinal)))
                && Directory.Exists(Path.Combine(folder, source.Folder)))
            .Select(source => EvaluationSet.Read(Path.Combine(folder, source.Folder), source.Name, source.Queries, source.NoMatch, source.Language, work));
}
