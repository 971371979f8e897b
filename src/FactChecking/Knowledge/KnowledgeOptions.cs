using System.ComponentModel.DataAnnotations;

namespace FactChecking.Knowledge;

/// <summary>Where the published records are, and what they are made from.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>The database that answers are read from.</summary>
    [Required]
    public string Database { get; set; } = "knowledge.db";

    /// <summary>The folder of curated records that the database is made from at start; empty: the database is used as it is.</summary>
    public string DataFolder { get; set; } = "data";
}
