using System.ComponentModel.DataAnnotations;

namespace FactChecking.Semantics.Embedders;

/// <summary>The embedding model that finds claims by meaning, across wordings and languages. Without one words alone do.</summary>
public sealed class SemanticsOptions : IValidatableObject
{
    public const string Section = "Semantics";

    /// <summary>none, onnx (a model file, run in this process), openai (any endpoint of that form) or azure_openai.</summary>
    public string Provider { get; set; } = "none";

    /// <summary>For onnx: the folder that holds model.onnx and the SentencePiece file of its tokenizer, named *.model.</summary>
    public string? ModelFolder { get; set; }

    /// <summary>Address of the service, such as http://localhost:11434/v1; null: OpenAI's own.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Name of the model at the service, or of the deployment at Azure.</summary>
    public string? Name { get; set; }

    /// <summary>The key; may be empty where the service asks for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How many numbers a vector of the model has; for onnx it may be left out, as the file tells.</summary>
    [Range(1, 8192)]
    public int? Dimensions { get; set; }

    /// <summary>Tokens of a text that are read; the rest of it is cut off.</summary>
    [Range(8, 8192)]
    public int MaxTokens { get; set; } = 256;

    /// <summary>Put in front of a message. The E5 models were trained with it; empty for those that were not.</summary>
    public string QueryPrefix { get; set; } = "query: ";

    /// <summary>Put in front of a text on record. E5 wants "query: " on both sides where like is sought for like.</summary>
    public string RecordPrefix { get; set; } = "query: ";

    /// <summary>Seconds after which a message is answered without this search.</summary>
    [Range(0.05, 30)]
    public double TimeoutSeconds { get; set; } = 0.8;

    /// <summary>
    /// How near a claim must be to be asked about: deviations of its cosine above the mean of unrelated passages. A
    /// starting value; try it on messages of your own.
    /// </summary>
    [Range(0, 20)]
    public double AskAt { get; set; } = 4;

    /// <summary>Where the vectors of the records are kept. They can be made again, so the file needs no backup.</summary>
    [Required]
    public string Database { get; set; } = "vectors.db";

    /// <summary>True when messages are sent to a service.</summary>
    public bool SendsMessages => Provider is "openai" or "azure_openai";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider is not ("none" or "onnx" or "openai" or "azure_openai"))
            yield return new ValidationResult($"Semantics:Provider is “{Provider}”; it must be none, onnx, openai or azure_openai.");
        if (Provider == "onnx" && string.IsNullOrWhiteSpace(ModelFolder))
            yield return new ValidationResult("Semantics:ModelFolder must name the folder that holds model.onnx.");
        if (Provider is "openai" or "azure_openai" && string.IsNullOrWhiteSpace(Name))
            yield return new ValidationResult("Semantics:Name must name the embedding model.");
        if (Provider is "openai" or "azure_openai" && Dimensions is null)
            yield return new ValidationResult("Semantics:Dimensions must say how many numbers a vector of the model has.");
        if (Provider == "azure_openai" && Endpoint is null)
            yield return new ValidationResult("Semantics:Endpoint must hold the address of the Azure OpenAI resource.");
    }
}
