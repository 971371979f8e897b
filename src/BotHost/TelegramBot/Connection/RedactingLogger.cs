using System.Text.RegularExpressions;

namespace BotHost.TelegramBot.Connection;

internal sealed partial class RedactingLogger(ILogger inner) : ILogger
{
    private const string Redacted = "[token]";

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull =>
        Holds(state) ? inner.BeginScope(Clean(state.ToString())) : inner.BeginScope(state);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        var message = formatter(state, exception);
        if (Holds(message) || Holds(state) || Holds(exception))
        {
            message = Clean(exception is null ? message : $"{message}{Environment.NewLine}{exception}");
            inner.Log(logLevel, eventId, message, null, static (text, _) => text);
        }
        else
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }

    // The parts of a message may hold what the message does not show.
    private static bool Holds(object? value) => value switch
    {
        null => false,
        IEnumerable<KeyValuePair<string, object?>> parts => parts.Any(part => Holds(part.Value?.ToString())),
        _ => TokenForm().IsMatch(value.ToString() ?? ""),
    };

    private static string Clean(string? text) => TokenForm().Replace(text ?? "", Redacted);

    [GeneratedRegex("[0-9]{6,12}:[A-Za-z0-9_-]{30,}")]
    private static partial Regex TokenForm();
}
