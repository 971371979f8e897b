using FactChecking.Messages;

namespace FactChecking.Matching;

/// <summary>A passage of a candidate as it was analysed when it was published.</summary>
internal sealed record StoredPassage(string Field, ScriptGroup Script, string Text, uint[] Terms, string[] Numbers);
