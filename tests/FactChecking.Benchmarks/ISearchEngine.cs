namespace FactChecking.Benchmarks;

/// <summary>One way to find the records for a message.</summary>
internal interface ISearchEngine : IDisposable
{
    string Name { get; }

    /// <summary>How long its index took to build; null when an earlier run has built it.</summary>
    TimeSpan? BuildTime { get; }

    /// <summary>What its index takes, in memory or on disk.</summary>
    long Bytes { get; }

    /// <summary>Searches, and gives how many records were found.</summary>
    int Search(string message);
}
