using FactChecking.Curation.Exchange.Imports;

namespace BotHost.Uploads;

/// <summary>A file that somebody sent to have it looked at before it is imported.</summary>
/// <param name="Token">What it is asked for by; cannot be guessed.</param>
/// <param name="Session">The session that sent it, which alone may ask for it.</param>
/// <param name="Input">The file, under the name that it was sent with.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="KeptUntil">When it is deleted.</param>
public sealed record Upload(string Token, long Session, ImportInput Input, string Path, DateTimeOffset KeptUntil);
