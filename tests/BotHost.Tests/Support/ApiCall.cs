using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>A request that the bot made.</summary>
public sealed record ApiCall(string Method, JsonObject Parameters);
