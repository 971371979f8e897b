namespace FactChecking.Messages;

/// <summary>How a message stands to what it says.</summary>
public enum Stance
{
    Asserts,
    Denies,
    Asks,
}
