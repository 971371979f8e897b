using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BotHost.Tests.Support;

/// <summary>Every line that is logged, with its parts, its scopes and its exception.</summary>
public sealed class LogCapture : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"scope {category}: {Parts(state)}");
            return null;
        }

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {Parts(state)} {exception}");

        private static string Parts(object? state) => state is IEnumerable<KeyValuePair<string, object?>> parts
            ? string.Join(' ', parts.Select(part => $"{part.Key}={part.Value}"))
            : state?.ToString() ?? "";
    }
}
