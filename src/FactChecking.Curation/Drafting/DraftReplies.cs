using System.ComponentModel;
using System.Text.Json;

namespace FactChecking.Curation.Drafting;

/// <summary>What the model is asked to return, for each kind of draft.</summary>
internal static class DraftReplies
{
    /// <summary>How it is written.</summary>
    public static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}

internal sealed record WordingsReply([property: Description("Three for each language.")] IReadOnlyList<DraftedWording> Wordings);

internal sealed record DraftedWording(string Language, string Text);

internal sealed record TranslationsReply([property: Description("One for each language.")] IReadOnlyList<DraftedTranslation> Translations);

internal sealed record DraftedTranslation(
    string Language, string Text, [property: Description("Every name that the claim holds.")] IReadOnlyList<DraftedName> Names);

internal sealed record DraftedName(
    [property: Description("As in the claim.")] string Name, [property: Description("As in the translation.")] string Translated);

internal sealed record SummaryReply(string Summary, [property: Description("Letter by letter from the document.")] IReadOnlyList<string> Quotes);
