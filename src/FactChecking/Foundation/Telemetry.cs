namespace FactChecking.Foundation;

public static class Telemetry
{
    /// <summary>The name of the meter, and of the source of traces, of all that answering does.</summary>
    public const string Name = "FactChecking";
}
