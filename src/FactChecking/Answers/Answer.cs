using System.Text.Json.Serialization;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Matching;
using FactChecking.Messages;

namespace FactChecking.Answers;

public enum Composer
{
    Template,
    Model,
}

/// <summary>The answer to one message: what was decided, the reply as Telegram HTML, and what it rests on.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Language">Language of the reply, one of <see cref="ReplyLanguages.All"/>.</param>
/// <param name="Text">The reply as sent, Telegram HTML.</param>
/// <param name="Claims">Ids of the matched claims, best first; the one answered, or up to three asked about.</param>
/// <param name="Stance">How the message stands to the claim.</param>
/// <param name="Origin">Ids of the origin records in the reply.</param>
/// <param name="Citations">What the [n] markers of the reply point to.</param>
/// <param name="Composer">Who worded the reply.</param>
/// <param name="Rejected">Why a model's draft was not used, when there was one.</param>
public sealed record Answer(
    Decision Decision,
    string Language,
    string Text,
    IReadOnlyList<string> Claims,
    Stance Stance,
    Origin Origin,
    IReadOnlyList<Citation> Citations,
    Composer Composer,
    string? Rejected = null)
{
    /// <summary>The claims to choose from when the decision is <see cref="Decision.Ask"/>; else empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Short key of the claim that was stated, as on a <see cref="Candidate"/>; null where none was.</summary>
    [JsonIgnore]
    public string? Key { get; init; }

    /// <summary>Differs when the records that it was made from differ; null where no claim was stated.</summary>
    [JsonIgnore]
    public string? Fingerprint { get; init; }

    /// <summary>The match that it rests on; null where there is none, or the person picked the claim.</summary>
    [JsonIgnore]
    public AnsweredMatch? Match { get; init; }
}

/// <summary>The match that an answer rests on.</summary>
/// <param name="Match">The match.</param>
/// <param name="Generation">The records that it was made with.</param>
public sealed record AnsweredMatch(Match Match, KnowledgeGeneration Generation);

/// <summary>Ids of the origin records that a reply rests on.</summary>
public sealed record Origin(
    IReadOnlyList<string> Chains,
    IReadOnlyList<string> Outlets,
    IReadOnlyList<string> Agreements)
{
    public static readonly Origin Empty = new([], [], []);
}

/// <summary>What one [n] points to. <paramref name="Url"/> is null where the records hold none or policy forbids the link.</summary>
public sealed record Citation(int Marker, string Document, string? Url, string? Quote);

/// <summary>A claim offered to the person who asked.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Key">Short key of the claim for a button, stable across generations of the database.</param>
/// <param name="Text">The claim in the reply's language.</param>
public sealed record Candidate(string Claim, string Key, string Text)
{
    /// <summary>When the claim went round, in the reply's language, where that tells it from another candidate; else null.</summary>
    public string? Date { get; init; }

    /// <summary>What stands on a button: the date first, as long labels are cut.</summary>
    public string Label => Date is null ? Text : $"{Date} · {Text}";
}
