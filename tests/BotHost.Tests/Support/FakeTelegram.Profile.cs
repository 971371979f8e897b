using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>What people see of the bot before they write to it: the menus of commands and the descriptions.</summary>
public sealed partial class FakeTelegram
{
    private readonly ConcurrentDictionary<string, JsonArray> _commands = new();
    private readonly ConcurrentDictionary<string, string> _descriptions = new();

    /// <summary>
    /// The commands in the menu of this language; "" is everyone else's. Those of a scope have its name in front: "all_group_chats uk".
    /// </summary>
    public JsonArray CommandsIn(string language) => _commands.GetValueOrDefault(language) ?? [];

    /// <summary>The description in this language, or the short one; "" is everyone else's.</summary>
    public string DescriptionIn(string language, bool isShort = false) =>
        _descriptions.GetValueOrDefault($"{(isShort ? "short_description" : "description")} {language}") ?? "";

    private JsonNode SetCommands(JsonObject parameters)
    {
        _commands[MenuOf(parameters)] = (JsonArray)parameters["commands"]!.DeepClone();
        return true;
    }

    private JsonNode GetCommands(JsonObject parameters) => CommandsIn(MenuOf(parameters)).DeepClone();

    private JsonNode SetDescription(JsonObject parameters, string name, int longest)
    {
        var text = (string?)parameters[name] ?? "";
        if (text.Length > longest)
            throw new RefusedException(400, $"Bad Request: {name} is too long");
        _descriptions[$"{name} {LanguageOf(parameters)}"] = text;
        return true;
    }

    private JsonObject GetDescription(JsonObject parameters, string name) =>
        new() { [name] = _descriptions.GetValueOrDefault($"{name} {LanguageOf(parameters)}") ?? "" };

    private static string MenuOf(JsonObject parameters)
    {
        var (scope, language) = ((string?)parameters["scope"]?["type"] ?? "default", LanguageOf(parameters));
        return scope == "default" ? language : $"{scope} {language}";
    }

    private static string LanguageOf(JsonObject parameters)
    {
        var language = (string?)parameters["language_code"] ?? "";
        return language.Length is 0 or 2 && language.All(char.IsAsciiLetterLower)
            ? language
            : throw new RefusedException(400, "Bad Request: invalid language code specified");
    }
}
