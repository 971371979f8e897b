using System.Collections.Frozen;
using FactChecking.Text;

namespace FactChecking.Languages;

/// <summary>Numbers that people spell out, as digits. Small ones ("one", "один") are left out: they are articles and idioms as often.</summary>
internal static class SpelledNumbers
{
    private static readonly FrozenDictionary<string, string> Digits = new Dictionary<string, string>
    {
        ["ten"] = "10",
        ["twenty"] = "20",
        ["thirty"] = "30",
        ["forty"] = "40",
        ["fifty"] = "50",
        ["sixty"] = "60",
        ["seventy"] = "70",
        ["eighty"] = "80",
        ["ninety"] = "90",
        ["десять"] = "10",
        ["двадцать"] = "20",
        ["двадцять"] = "20",
        ["тридцать"] = "30",
        ["тридцять"] = "30",
        ["сорок"] = "40",
        ["пятьдесят"] = "50",
        ["восемьдесят"] = "80",
    }.ToFrozenDictionary(pair => TextFolding.Fold(pair.Key), pair => pair.Value);

    /// <summary>The digits of a folded word; null when it is no number.</summary>
    public static string? Find(string foldedWord) => Digits.GetValueOrDefault(foldedWord);
}
