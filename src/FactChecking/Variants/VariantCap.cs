namespace FactChecking.Variants;

/// <summary>
/// Chooses which variants of a claim are searched. Many wordings of one claim cost time, and many that are alike make their
/// words seem common to the claim; past a dozen or two, only different ones help.
/// </summary>
internal static class VariantCap
{
    /// <summary>Variants of a claim in one language that are searched at most.</summary>
    public const int MaxPerLanguage = 16;

    // From here on two wordings are one with a word changed.
    private const double NearDuplicate = 0.7;

    /// <summary>
    /// Splits variants into those to search and those to leave out, both in their order. What says the same as an earlier one
    /// is always left out. Where there are too many of a language, near-duplicates go first; then, of the origin that is kept
    /// last, those most like the others.
    /// </summary>
    public static (IReadOnlyList<Variant> Kept, IReadOnlyList<DroppedVariant> Dropped) Apply(IReadOnlyList<Variant> variants)
    {
        var items = variants.Select((variant, index) => new Item(variant, index, VariantText.Of(variant.Text))).ToList();
        var dropped = new List<DroppedVariant>();
        foreach (var language in items.GroupBy(item => item.Variant.Language))
        {
            var kept = language.OrderBy(item => VariantOrigin.RankOf(item.Variant.Origin)).ThenBy(item => item.Index).ToList();
            DropSame(kept, dropped);
            DropExcess(kept, dropped);
        }
        var gone = dropped.Select(item => item.Index).ToHashSet();
        return ([.. variants.Where((_, index) => !gone.Contains(index))], [.. dropped.OrderBy(item => item.Index)]);
    }

    private static void DropSame(List<Item> kept, List<DroppedVariant> dropped)
    {
        var words = new Dictionary<string, Item>(StringComparer.Ordinal);
        foreach (var item in kept.ToList().Where(item => item.Text.Words.Length > 0 && !words.TryAdd(item.Text.Words, item)))
        {
            kept.Remove(item);
            dropped.Add(new DroppedVariant(item.Index, $"it says the same as variants[{words[item.Text.Words].Index}]"));
        }
    }

    // `kept` is in the order of preference, so that of two that are alike the later one goes.
    private static void DropExcess(List<Item> kept, List<DroppedVariant> dropped)
    {
        if (kept.Count <= MaxPerLanguage)
            return;
        var likeness = kept.ToDictionary(item => item.Index, item => kept.ToDictionary(other => other.Index, other => item.Text.LikenessTo(other.Text)));
        while (kept.Count > MaxPerLanguage)
        {
            var nearest = kept.Select((item, place) => kept.Take(place).Select(other => likeness[item.Index][other.Index]).DefaultIfEmpty().Max()).ToList();
            var place = IndexOfMax(nearest, 0);
            if (nearest[place] < NearDuplicate)
            {
                var last = VariantOrigin.RankOf(kept[^1].Variant.Origin);
                place = IndexOfMax(nearest, kept.FindIndex(item => VariantOrigin.RankOf(item.Variant.Origin) == last));
            }
            dropped.Add(new DroppedVariant(
                kept[place].Index,
                $"a claim has at most {MaxPerLanguage} variants in {kept[place].Variant.Language}, and this one adds least"));
            kept.RemoveAt(place);
        }
    }

    private static int IndexOfMax(List<double> values, int from)
    {
        var best = from;
        for (var place = from; place < values.Count; place++)
        {
            if (values[place] >= values[best])
                best = place;
        }
        return best;
    }

    private sealed record Item(Variant Variant, int Index, VariantText Text);
}

/// <summary>A variant that is not searched.</summary>
/// <param name="Index">Its place among all, from 0.</param>
/// <param name="Reason">Why, so that a curator can mend it.</param>
internal sealed record DroppedVariant(int Index, string Reason);
