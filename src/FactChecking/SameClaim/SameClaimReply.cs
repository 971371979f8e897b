using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactChecking.SameClaim;

/// <summary>What a model is asked to return: a verdict on every claim that was offered.</summary>
internal sealed record SameClaimReply([property: Description("One item for every claim.")] IReadOnlyList<SameClaimVerdict> Claims)
{
    /// <summary>How it is written: names in lower case, and no numbers in their place.</summary>
    public static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}

/// <summary>What the model says of one claim.</summary>
internal sealed record SameClaimVerdict(
    [property: Description("Number of the claim.")] int Claim,
    [property: Description("Whether the message makes this very claim.")] Sameness Verdict,
    [property: Description("What the message has otherwise; empty when the claim is the same.")] IReadOnlyList<Difference> Differs);

internal enum Sameness
{
    Same,
    Different,
    Unsure,
}

internal enum Difference
{
    Number,
    Date,
    Place,
    Person,
    Negation,
    Subject,
}
