namespace FactChecking.Semantics.Embedders;

/// <summary>An embedding model that must not be used, as its vectors would be wrong; the message says what to do.</summary>
public sealed class ModelRefusedException(string message, Exception? cause = null) : Exception(message, cause);
