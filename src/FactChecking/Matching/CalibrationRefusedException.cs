namespace FactChecking.Matching;

/// <summary>The calibration file cannot be used; the message says why and what to do.</summary>
public sealed class CalibrationRefusedException(string message) : Exception(message);
