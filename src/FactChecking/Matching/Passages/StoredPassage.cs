using FactChecking.Text;

namespace FactChecking.Matching.Passages;

/// <summary>A passage of a candidate as it was analysed when it was published.</summary>
/// <param name="Field">What it is of the claim.</param>
/// <param name="Language">Its language; null where the record does not say.</param>
/// <param name="Script">The script that it is mostly in.</param>
/// <param name="Terms">Hashed terms, in order.</param>
/// <param name="Grams">Hashed runs of characters.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Weights">What its terms and runs tell, whatever they are compared with.</param>
internal sealed record StoredPassage(
    PassageField Field, string? Language, ScriptGroup Script, uint[] Terms, ushort[] Grams, string[] Numbers, PassageWeights Weights);

internal enum PassageField
{
    Claim,
    Variant,
    Title,
    Summary,
}
