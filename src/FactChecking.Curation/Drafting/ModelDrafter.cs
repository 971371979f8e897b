using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Languages;
using FactChecking.Models;
using FactChecking.Variants;
using Newtonsoft.Json.Linq;

namespace FactChecking.Curation.Drafting;

/// <summary>
/// Has the model draft wordings, translations and summaries into a record that somebody is editing. It saves and publishes
/// nothing: a person reads the drafts, changes them and saves, or does not.
/// </summary>
public sealed class ModelDrafter
{
    /// <summary>Characters of a document that are read.</summary>
    public const int LongestDocument = 20_000;

    private const string Claims = "claims";
    private const string Documents = "documents";

    private readonly ModelTask? _model;

    internal ModelDrafter(ModelTask? model) => _model = model;

    /// <summary>True when a model is set.</summary>
    public bool IsSet => _model is not null;

    /// <summary>Drafts wordings of a claim, in the languages that it is in.</summary>
    /// <param name="text">The claim's record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DraftedRecord> DraftWordingsAsync(string text, CancellationToken cancellationToken)
    {
        if (RecordText.Read(text) is not { } record || TextsOf(record) is not { Count: > 0 } claim)
            return Nothing(text, "Fill in the claim's text first.");
        var variants = record["variants"] as JArray ?? [];
        var known = variants.Select(variant => (string?)(variant as JObject)?["text"] ?? "").Where(wording => wording.Length > 0).ToList();
        var (reply, failure) = await AskAsync<WordingsReply>(
            "DraftWordings", new { untrusted_record = new { claim, wordings = known }, languages = claim.Keys }, cancellationToken);
        if (reply is null)
            return Nothing(text, failure);

        var (drafted, dropped) = (new List<string>(), new List<string>());
        var said = known.Concat(claim.Values).Select(VariantText.WordsOf).ToHashSet();
        foreach (var wording in reply.Wordings.OfType<DraftedWording>()) // a list may hold nulls, whatever its type says
        {
            var line = VariantText.OnOneLine(wording.Text);
            var reason = !claim.ContainsKey(wording.Language) ? "it is in another language"
                : DraftRules.RejectWording(line, wording.Language, [.. claim.Values])
                ?? (said.Add(VariantText.WordsOf(line)) ? null : "there is one that says the same");
            if (reason is not null)
            {
                dropped.Add($"“{line}”: {reason}");
                continue;
            }
            drafted.Add($"variants[{variants.Count}].text");
            variants.Add(new JObject
            {
                ["language"] = wording.Language,
                ["form"] = VariantText.FormOf(line),
                ["origin"] = VariantOrigin.Drafted,
                ["synthetic"] = VariantOrigin.IsSynthetic(VariantOrigin.Drafted),
                ["text"] = line,
            });
        }
        record["variants"] = variants;
        return With(record, Claims, text, drafted, dropped);
    }

    /// <summary>Drafts the claim's text in the languages that it is not in.</summary>
    /// <param name="text">The claim's record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DraftedRecord> DraftTranslationsAsync(string text, CancellationToken cancellationToken)
    {
        if (RecordText.Read(text) is not { } record || TextsOf(record) is not { Count: > 0 } claim)
            return Nothing(text, "Fill in the claim's text in one language first.");
        var missing = ReplyLanguages.All.Where(language => !claim.ContainsKey(language)).ToList();
        if (missing.Count == 0)
            return Nothing(text, "The claim is in every language already.");
        var source = ReplyLanguages.All.First(claim.ContainsKey);
        var (reply, failure) = await AskAsync<TranslationsReply>(
            "DraftTranslations", new { untrusted_claim = ModelTask.AsData(claim[source]), language = source, wanted = missing }, cancellationToken);
        if (reply is null)
            return Nothing(text, failure);

        var (drafted, dropped) = (new List<string>(), new List<string>());
        var texts = (JObject)record["text"]!; // TextsOf has read it
        foreach (var language in missing)
        {
            var translation = reply.Translations.OfType<DraftedTranslation>().FirstOrDefault(candidate => candidate.Language == language);
            var reason = translation is null ? "none came" : DraftRules.RejectTranslation(translation, claim[source]);
            if (reason is not null)
            {
                dropped.Add($"{language}: {reason}");
                continue;
            }
            drafted.Add($"text.{language}");
            texts[language] = VariantText.OnOneLine(translation!.Text); // without one there is a reason
        }
        return With(record, Claims, text, drafted, dropped);
    }

    /// <summary>Drafts a summary with quotes of a document into its note.</summary>
    /// <param name="text">The document's record.</param>
    /// <param name="document">What the document says, pasted by the maintainer; at most <see cref="LongestDocument"/> characters.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DraftedRecord> DraftSummaryAsync(string text, string? document, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(document) || document.Length > LongestDocument)
            return Nothing(text, $"Paste the text of the document, at most {LongestDocument:N0} characters.");
        if (RecordText.Read(text) is not { } record)
            return Nothing(text, "The record cannot be read.");
        var (reply, failure) = await AskAsync<SummaryReply>(
            "DraftSummary", new { untrusted_document = ModelTask.AsData(document, LongestDocument) }, cancellationToken);
        if (reply is null)
            return Nothing(text, failure);

        var quoted = reply.Quotes.OfType<string>().ToList();
        var dropped = quoted.Where(quote => !DraftRules.IsLiteral(quote, document)).Select(quote => $"“{quote}”: the document does not say this").ToList();
        if (DraftRules.RejectSummary(reply.Summary, document) is { } reason)
            return new DraftedRecord(text, [], [.. dropped, $"the summary: {reason}"]);
        var quotes = quoted.Where(quote => DraftRules.IsLiteral(quote, document)).Select(quote => $"“{VariantText.OnOneLine(quote)}”");
        var note = string.Join(' ', ["Drafted by a model:", VariantText.OnOneLine(reply.Summary), .. quotes]);
        record["note"] = (string?)record["note"] is { Length: > 0 } earlier ? $"{earlier}\n{note}" : note;
        return With(record, Documents, text, ["note"], dropped);
    }

    private async Task<(T? Reply, string? Failure)> AskAsync<T>(string prompt, object data, CancellationToken cancellationToken)
        where T : class
    {
        if (_model is null)
            return (null, "No model is set (Model:Provider).");
        var (reply, failure) = await _model.AskAsync<T>(prompt, [], data, DraftReplies.Form, cancellationToken);
        return (reply, reply is null ? $"The model gave nothing of use ({failure ?? "malformed"}). Try again, or write it yourself." : null);
    }

    private static Dictionary<string, string> TextsOf(JObject record) =>
        (record["text"] as JObject ?? []).Properties()
            .Where(text => ReplyLanguages.All.Contains(text.Name) && !string.IsNullOrWhiteSpace((string?)text.Value))
            .ToDictionary(text => text.Name, text => (string)text.Value!); // looked at before

    private static DraftedRecord Nothing(string text, string? failure) => new(text, [], [], failure);

    private static DraftedRecord With(JObject record, string kind, string before, IReadOnlyList<string> drafted, IReadOnlyList<string> dropped) =>
        new(drafted.Count == 0 ? before : YamlText.Of(record, DataFolder.SchemaOf(kind)), drafted, dropped);
}
