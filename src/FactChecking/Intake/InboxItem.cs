namespace FactChecking.Intake;

/// <summary>An update that is being handled, and how often that has failed before.</summary>
public sealed record InboxItem(IncomingUpdate Update, int Attempts);
