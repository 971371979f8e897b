using FactChecking.Languages;
using FactChecking.Text;

namespace FactChecking.TextAnalysis;

/// <summary>One pass over a folded text that finds its words, numbers and Chinese runs.</summary>
internal sealed class TermReader(string text)
{
    // What the longest message of Telegram gives in Chinese, where every character and every pair is a term.
    private const int MaxTerms = 2 * 4_096;

    public List<string> Terms { get; } = [];

    public List<string> Words { get; } = [];

    public List<string> Numbers { get; } = [];

    // Where in Words each number written in digits stands; days are told by the word beside them, and that may come later.
    private readonly List<(string Number, int Word)> _written = [];

    public void Read()
    {
        var index = 0;
        while (index < text.Length && Terms.Count < MaxTerms)
        {
            var start = index;
            var character = text[index];
            if (ChineseCharacters.IsHan(character))
            {
                while (index < text.Length && ChineseCharacters.IsHan(text[index]))
                    index++;
                HanRun(start, index);
            }
            else if (char.IsAsciiDigit(character))
            {
                while (index < text.Length && (char.IsAsciiDigit(text[index]) || IsSeparatorInNumber(index)))
                    index++;
                Number(text[start..index]);
            }
            else if (char.IsLetterOrDigit(character))
            {
                while (index < text.Length && char.IsLetterOrDigit(text[index]) && !ChineseCharacters.IsHan(text[index]))
                    index++;
                Word(start, index);
            }
            else
            {
                index++;
            }
        }
        Numbers.AddRange(_written.Where(item => !CalendarNumbers.IsDay(item.Number, Words.ElementAtOrDefault(item.Word - 1), Words.ElementAtOrDefault(item.Word + 1))).Select(item => item.Number));
    }

    private bool IsSeparatorInNumber(int index) =>
        text[index] is '.' or ',' && index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]);

    private void HanRun(int start, int end)
    {
        for (var index = start; index < end && Terms.Count < MaxTerms; index++)
        {
            Words.Add(text[index].ToString());
            if (!StopWords.Contains(text[index]))
                Terms.Add(text[index].ToString());
            if (index + 1 < end)
                Terms.Add(text.Substring(index, 2));
        }
        if (ChineseNumbers.Read(text.AsSpan(start, end - start)) is { } number)
            Numbers.Add(number);
    }

    // "1,000" and "1.000" group thousands; "1.5" and "1,5" are a decimal, written 1d5 so that search engines keep it whole.
    private void Number(string written)
    {
        var parts = written.Split('.', ',');
        var grouped = parts.Length > 1 && parts.Skip(1).All(part => part.Length == 3);
        var number = string.Join(grouped ? "" : "d", parts);
        _written.Add((number, Words.Count));
        Terms.Add(number);
        Words.Add(number);
    }

    private void Word(int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var whole = word.ToString();
        Words.Add(whole);
        if (SpelledNumbers.Find(whole) is { } number)
            Numbers.Add(number);
        if (!StopWords.Contains(word))
            Terms.Add(AnalysedText.Cut(whole));
    }
}
