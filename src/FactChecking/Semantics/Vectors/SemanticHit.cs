namespace FactChecking.Semantics.Vectors;

/// <summary>A claim that means much the same as a message.</summary>
/// <param name="Claim">Number of the claim in its generation.</param>
/// <param name="Cosine">Cosine of the message and the claim's nearest passage, as the model gives it.</param>
/// <param name="Normalised">How many deviations that is above the mean of passages of different claims.</param>
internal readonly record struct SemanticHit(int Claim, double Cosine, double Normalised);
