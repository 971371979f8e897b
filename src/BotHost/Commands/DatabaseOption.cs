using System.CommandLine;

namespace BotHost.Commands;

internal static class DatabaseOption
{
    public static Option<string?> Create() =>
        new("--db") { Description = "The knowledge database (default: the configured one).", HelpName = "FILE" };
}
