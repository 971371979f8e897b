namespace BotHost.Tests.Support;

/// <summary>Records of a test's own, beside those of the repository, which it may publish anew while the bot runs.</summary>
internal sealed class OwnRecords(string folder)
{
    public string File => Path.Combine(folder, "knowledge.db");

    public async Task<string> CreateAsync()
    {
        System.IO.File.Copy(await TestKnowledge.FileAsync(), File);
        return File;
    }

    /// <summary>Adds or changes a record as the import verb does it, beside the running bot, and waits until that answers from it.</summary>
    public async Task ImportAsync(BotApplication bot, string title, string id = "r1")
    {
        var records = Path.Combine(folder, "records.jsonl");
        await System.IO.File.WriteAllTextAsync(
            records, $$"""{"id":"{{id}}","lang":"en","title":"{{title}}","url":"https://example.org/{{id}}"}""", TestContext.Current.CancellationToken);
        var before = bot.Log.Lines.Count(IsMovedOn);
        await TestKnowledge.ImportAsync(records, File);
        if (bot.IsRunning)
            await Eventually.TrueAsync(() => bot.Log.Lines.Count(IsMovedOn) > before, "the bot moved on");
    }

    private static bool IsMovedOn(string line) => line.Contains("Answers come from generation", StringComparison.Ordinal);
}
