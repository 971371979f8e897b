using System.Net;
using System.Net.Sockets;
using BotHost.Tests.Support;

namespace BotHost.Tests.Commands;

/// <summary>The program as its user starts it, and what it says when it cannot start.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_taken_port_is_said_in_one_line_that_says_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, error) = await RunAsync("data", "--urls", $"http://127.0.0.1:{port}");

        Assert.Equal(1, exitCode);
        Assert.Contains($":{port}: address already in use. Stop the program that listens there, or name another address: --urls", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Faulty_records_are_listed_without_a_stack_trace()
    {
        var (exitCode, error) = await RunAsync("nowhere", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("1 fault(s) in the records; nothing was stored.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Error)> RunAsync(string dataFolder, params string[] arguments)
    {
        var (exitCode, output, error) = await BuiltProgram.RunAsync([.. arguments, "--db", _folder.File("knowledge.db")], dataFolder);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        return (exitCode, error);
    }
}
