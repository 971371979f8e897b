using System.ComponentModel.DataAnnotations;

namespace FactChecking.Models;

/// <summary>The language model that may word replies. Without one the templates do.</summary>
public sealed class ModelOptions : IValidatableObject
{
    public const string Section = "Model";

    private const int LongestTimeout = 60;

    /// <summary>none, openai (any endpoint of that form, Ollama among them) or azure_openai.</summary>
    public string Provider { get; set; } = "none";

    /// <summary>Address of the service, such as http://localhost:11434/v1; null: OpenAI's own.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Name of the model, or of the deployment at Azure.</summary>
    public string? Name { get; set; }

    /// <summary>The key; may be empty where the service asks for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Seconds after which the template reply is sent instead.</summary>
    [Range(1, LongestTimeout)]
    public int TimeoutSeconds { get; set; } = 8;

    /// <summary>Calls that are under way at the same time. One whose turn does not come within the timeout gives way to the template.</summary>
    [Range(1, 256)]
    public int MaxConcurrent { get; set; } = 16;

    /// <summary>True when a model is set.</summary>
    public bool IsSet => Provider != "none";

    /// <summary>The same model, waited for as long as may be set.</summary>
    internal ModelOptions Patient() => new() { Provider = Provider, Endpoint = Endpoint, Name = Name, ApiKey = ApiKey, TimeoutSeconds = LongestTimeout, MaxConcurrent = MaxConcurrent };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider is not ("none" or "openai" or "azure_openai"))
            yield return new ValidationResult($"Model:Provider is “{Provider}”; it must be none, openai or azure_openai.");
        if (IsSet && string.IsNullOrWhiteSpace(Name))
            yield return new ValidationResult("Model:Name must name the model.");
        if (Provider == "azure_openai" && Endpoint is null)
            yield return new ValidationResult("Model:Endpoint must hold the address of the Azure OpenAI resource.");
    }
}
