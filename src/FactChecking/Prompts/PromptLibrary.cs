using Microsoft.SemanticKernel;

namespace FactChecking.Prompts;

/// <summary>
/// The prompts of <c>prompts/</c>: one folder a task, with <c>skprompt.txt</c> and <c>config.json</c> as Semantic Kernel
/// has them; a task that is worded per language has a folder a language.
/// </summary>
internal sealed class PromptLibrary
{
    private readonly Dictionary<string, (IPromptTemplate Template, PromptTemplateConfig Config)> _prompts = new(StringComparer.Ordinal);

    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public PromptLibrary(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(folder)}. Start the program from the repository root, or set Prompts:Folder.");

        var factory = new AggregatorPromptTemplateFactory(new KernelPromptTemplateFactory(), new HandlebarsPromptTemplateFactory());
        foreach (var text in Directory.EnumerateFiles(folder, "skprompt.txt", SearchOption.AllDirectories))
        {
            var task = Path.GetDirectoryName(text)!; // a file always stands in a folder
            var config = PromptTemplateConfig.FromJson(File.ReadAllText(Path.Combine(task, "config.json")));
            config.Template = File.ReadAllText(text);
            _prompts.Add(Path.GetRelativePath(folder, task).Replace('\\', '/'), (factory.Create(config), config));
        }
    }

    /// <summary>Renders a prompt.</summary>
    /// <param name="task">Its folder, such as "Reply/en".</param>
    /// <param name="inputs">Its inputs by name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="KeyNotFoundException">There is no such prompt.</exception>
    public Task<string> RenderAsync(string task, KernelArguments inputs, CancellationToken cancellationToken) =>
        Get(task).Template.RenderAsync(new Kernel(), inputs, cancellationToken);

    /// <summary>The settings that a prompt asks of the model, from its <c>config.json</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such prompt.</exception>
    public PromptExecutionSettings SettingsOf(string task) =>
        Get(task).Config.DefaultExecutionSettings?.Clone() ?? new PromptExecutionSettings();

    private (IPromptTemplate Template, PromptTemplateConfig Config) Get(string task) =>
        _prompts.TryGetValue(task, out var prompt) ? prompt : throw new KeyNotFoundException($"There is no prompt {task}.");
}
