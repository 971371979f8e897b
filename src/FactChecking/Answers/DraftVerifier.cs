using System.Globalization;
using System.Text.RegularExpressions;
using FactChecking.Languages;
using FactChecking.Text;
using FactChecking.TextAnalysis;

namespace FactChecking.Answers;

/// <summary>
/// Checks a model's draft against the facts that it was given. What it cannot confirm it rejects: the template reply is
/// always at hand, so that a good draft lost costs little and a bad one let through costs all.
/// </summary>
internal sealed partial class DraftVerifier(OfferedFacts facts, ReplyView view, string language)
{
    // Han characters in a row that stand in no cited fact: a name, most likely.
    private const int LongestForeignRun = 5;

    // Share of a sentence's terms that must stand in the facts.
    private const double LeastSupport = 0.5;

    private static readonly IReadOnlyDictionary<string, CueList> Cues = CueList.Read("DraftCues");

    /// <summary>Why the draft may not be sent; null when it may.</summary>
    public string? Reject(ModelDraft? draft, int longest)
    {
        if (draft?.Finding is null or { Count: 0 } || draft.Why is null || draft.Origin is null || draft.Sentences.Any(sentence => string.IsNullOrWhiteSpace(sentence.Text)))
            return "malformed";
        if (draft.Sentences.Sum(sentence => sentence.Text.Length) > longest)
            return "too_long";
        if (LanguageGuess.Of(string.Join(' ', draft.Sentences.Select(sentence => Quoted().Replace(sentence.Text, ""))), language) != language)
            return "wrong_language";
        return draft.Sentences.Select(Reject).FirstOrDefault(reason => reason is not null) ?? RejectFinding(draft);
    }

    private string? Reject(DraftSentence sentence)
    {
        if (sentence.Cites is null or { Count: 0 })
            return "no_citation";
        var cited = facts.All.Where(fact => fact.Cites.Intersect(sentence.Cites).Any()).ToList();
        if (sentence.Cites.Except(facts.All.SelectMany(fact => fact.Cites)).Any())
            return "unknown_citation";
        if (Markup().IsMatch(sentence.Text))
            return "markup";

        var source = string.Join('\n', cited.Select(fact => fact.Text));
        var folded = AnalysedText.Of(source);
        var draft = AnalysedText.Of(sentence.Text);
        if (NumbersOf(draft).Except(NumbersOf(folded)).Any())
            return "number_not_in_records";
        if (QuotesOf(sentence.Text).Any(quote => !Plain(source).Contains(Plain(quote), StringComparison.Ordinal)))
            return "quote_not_literal";
        if (HasForeignName(sentence.Text, source, folded, draft))
            return "name_not_in_records";
        if (Cues["verdict"].Foreign(draft.Folded, folded.Folded))
            return "verdict_not_in_records";
        if (Cues["negation"].IsIn(Unquoted(sentence.Text)) && !Cues["negation"].IsIn(folded.Folded))
            return "finding_changed";
        return Support(draft, folded) < LeastSupport ? "not_in_records" : null;
    }

    /// <summary>The finding must be that of the records: rating or words of the fact-checker literal, both halves of a mixed one.</summary>
    private string? RejectFinding(ModelDraft draft)
    {
        var text = Plain(string.Join(' ', draft.Finding.Select(sentence => sentence.Text)));
        var debunk = view.Debunks.FirstOrDefault();
        if (debunk is not null && !new[] { debunk.Quote, debunk.Rating }.OfType<string>().Any(words => text.Contains(Plain(words), StringComparison.Ordinal)))
            return "finding_changed";

        // Every sentence of the template's finding has to be there in some form: none of its sources may be dropped.
        var cited = draft.Finding.SelectMany(sentence => sentence.Cites).ToHashSet();
        if (facts.Finding.Any(fact => !fact.Cites.Any(cited.Contains)))
            return "finding_changed";

        // A record that denies, told without the denial, is the opposite.
        foreach (var fact in facts.Finding.Where(fact => Cues["negation"].IsIn(TextFolding.Fold(fact.Text))))
        {
            var retold = draft.Finding.Where(sentence => sentence.Cites.Intersect(fact.Cites).Any()).Select(sentence => TextFolding.Fold(sentence.Text));
            if (!Cues["negation"].IsIn(string.Join(' ', retold)))
                return "finding_changed";
        }
        return null;
    }

    private static bool HasForeignName(string sentence, string source, AnalysedText sourceText, AnalysedText draft)
    {
        var known = sourceText.Terms.ToHashSet();
        var names = CapitalisedWord().Matches(Quoted().Replace(sentence, " "))
            .Where(match => match.Index > 0 && !MonthNames.Contains(match.Value))
            .SelectMany(match => AnalysedText.Of(match.Value).Terms);
        if (names.Any(name => !known.Contains(name)))
            return true;

        var run = 0;
        foreach (var character in draft.Folded)
        {
            if (!ChineseCharacters.IsHan(character))
                run = 0;
            else if (!sourceText.Folded.Contains(character, StringComparison.Ordinal))
                run++;
            if (run >= LongestForeignRun)
                return true;
        }
        return false;
    }

    private static double Support(AnalysedText draft, AnalysedText source)
    {
        var known = source.Terms.ToHashSet();
        var terms = draft.Terms.Where(term => !Cues["reporting"].IsIn(term)).Distinct().ToList();
        return terms.Count == 0 ? 1 : (double)terms.Count(known.Contains) / terms.Count;
    }

    // "2022-03-01" and "1 March 2022" hold the same numbers.
    private static IEnumerable<string> NumbersOf(AnalysedText text) =>
        text.Numbers.Concat(Digits().Matches(text.Folded).Select(match => match.Value)).Select(number => number.TrimStart('0'));

    private static IEnumerable<string> QuotesOf(string text) =>
        Quoted().Matches(text).Select(match => match.Value[1..^1]).Where(quote => quote.Trim().Length > 0);

    private static string Unquoted(string text) => TextFolding.Fold(Quoted().Replace(text, " "));

    // Quotation marks and spaces differ between languages and typists; words do not.
    private static string Plain(string text) => string.Join(' ', AnalysedText.Of(text).Words);

    private static readonly HashSet<string> MonthNames =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(name => name.Length > 0)];

    [GeneratedRegex("""“[^”]*”|«[^»]*»|「[^」]*」|"[^"]*"|《[^》]*》""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{Nd}'’]+")]
    private static partial Regex CapitalisedWord();

    [GeneratedRegex(@"https?:|www\.|@\w|[<>\[\]{}*_`]|\n")]
    private static partial Regex Markup();
}
