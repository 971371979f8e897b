using System.ComponentModel.DataAnnotations;

namespace BotHost.Limits;

/// <summary>How much a program may read through the API.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Calls that one address may make at once after a rest.</summary>
    [Range(1, 100_000)]
    public int Burst { get; set; } = 60;

    /// <summary>Calls a second that are added to that again.</summary>
    [Range(1, 100_000)]
    public int PerSecond { get; set; } = 10;
}
