namespace BotHost.Tests.Support;

/// <summary>Tests that judge by time how a program that was killed had got on: others beside them would take it the processor.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
