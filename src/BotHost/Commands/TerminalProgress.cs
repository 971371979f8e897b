namespace BotHost.Commands;

/// <summary>Counts along on a terminal.</summary>
internal sealed class TerminalProgress : IProgress<int>
{
    private readonly string _name;

    private TerminalProgress(string name) => _name = name;

    /// <summary>Null where nobody looks.</summary>
    public static TerminalProgress? Of(string name) => Console.IsErrorRedirected ? null : new TerminalProgress(name);

    public void Report(int value) => Console.Error.Write($"\r{_name}: {value} records");
}
