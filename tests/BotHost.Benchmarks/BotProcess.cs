using System.Diagnostics;

namespace BotHost.Benchmarks;

/// <summary>A bot as a program of its own.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task _ended;
    private string? _lastError;

    private BotProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!; // it is a program, not a document
        _process.ErrorDataReceived += (_, line) => _lastError = line.Data ?? _lastError;
        // A full pipe would hold it up.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _ended = _process.WaitForExitAsync();
    }

    /// <summary>Megabytes of memory in use.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>The bot, with all its guarantees. Only Telegram's limit on messages in all is lifted, which is what would be measured else.</summary>
    public static BotProcess StartBot(LoopbackTelegram telegram, string folder) => new(
        new ProcessStartInfo("dotnet", [Beside("BotHost.dll"), "serve", "--urls", "http://127.0.0.1:0"])
        {
            Environment =
            {
                ["Telegram__Token"] = LoopbackTelegram.Token,
                ["Telegram__ApiBaseUrl"] = telegram.Address,
                ["Bot__Database"] = Path.Combine(folder, "bot.db"),
                ["Knowledge__Database"] = Path.Combine(folder, "knowledge.db"),
                ["Sending__PerSecond"] = "100000",
            },
        });

    public static BotProcess StartEcho(LoopbackTelegram telegram) =>
        new(new ProcessStartInfo("dotnet", [Beside("BotHost.Benchmarks.dll"), "echo", telegram.Address]));

    /// <summary>The bot's pages over the records of a folder, without the limits on how often they are read.</summary>
    public static BotProcess StartPages(string folder, string address) => new(
        new ProcessStartInfo("dotnet", [Beside("BotHost.dll"), "serve", "--urls", address])
        {
            Environment =
            {
                ["Bot__Database"] = Path.Combine(folder, "bot.db"),
                ["Knowledge__Database"] = Path.Combine(folder, "knowledge.db"),
                ["Api__Burst"] = "100000",
                ["Api__PerSecond"] = "100000",
                ["PageLimits__Burst"] = "100000",
                ["PageLimits__PerSecond"] = "100000",
            },
        });

    public static BotProcess StartBare(string database, string address) =>
        new(new ProcessStartInfo("dotnet", [Beside("BotHost.Benchmarks.dll"), "bare", database, address]));

    public static string Beside(string program) => Path.Combine(AppContext.BaseDirectory, program);

    /// <summary>Waits for this, which the program works on.</summary>
    /// <exception cref="InvalidOperationException">The program has ended before.</exception>
    public async Task WhileAliveAsync(Task work)
    {
        if (await Task.WhenAny(work, _ended) != work)
            throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} ended with exit code {_process.ExitCode}: {_lastError}");
        await work;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
