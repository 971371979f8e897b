using System.Text;

namespace BotHost.Commands;

/// <summary>Asks at a terminal for what nobody else should read.</summary>
internal static class HiddenInput
{
    /// <summary>What was typed before Enter, shown nowhere; null when that is nothing, or there is no terminal to ask at.</summary>
    public static string? Ask(string question)
    {
        if (Console.IsInputRedirected)
            return null;
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.Length == 0 ? null : typed.ToString();
    }
}
