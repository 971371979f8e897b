using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using Microsoft.SemanticKernel;

namespace FactChecking.Prompts;

/// <summary>
/// Prompts in Handlebars, by Handlebars.Net. The output is plain text: nothing is escaped here, since the reply is made
/// into HTML in one place, later. Adds <c>{{#switch value}}{{#case "a"}}…{{/case}}{{#default}}…{{/default}}{{/switch}}</c>.
/// </summary>
internal sealed class HandlebarsPromptTemplateFactory : IPromptTemplateFactory
{
    public const string Format = "handlebars";

    private readonly IHandlebars _handlebars = Create();

    public bool TryCreate(PromptTemplateConfig templateConfig, [NotNullWhen(true)] out IPromptTemplate? result)
    {
        result = templateConfig.TemplateFormat == Format ? new Template(_handlebars.Compile(templateConfig.Template)) : null;
        return result is not null;
    }

    private static IHandlebars Create()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = false });
        handlebars.RegisterHelper("switch", (output, options, context, arguments) =>
        {
            var switching = new Switch(arguments[0]?.ToString());
            var frame = options.CreateFrame(context.Value);
            var data = frame.Data;
            data["switch"] = switching;
            options.Template(output, frame);
        });
        handlebars.RegisterHelper("case", (output, options, context, arguments) =>
        {
            if (options.Data["switch"] is Switch switching && switching.Takes(arguments.Select(argument => argument?.ToString())))
                options.Template(output, context);
        });
        handlebars.RegisterHelper("default", (output, options, context, _) =>
        {
            if (options.Data["switch"] is Switch { Taken: false })
                options.Template(output, context);
        });
        return handlebars;
    }

    private sealed class Switch(string? value)
    {
        public bool Taken { get; private set; }

        public bool Takes(IEnumerable<string?> values) => !Taken && (Taken = values.Contains(value));
    }

    private sealed class Template(HandlebarsTemplate<object, object> compiled) : IPromptTemplate
    {
        public Task<string> RenderAsync(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(compiled(arguments?.ToDictionary(argument => argument.Key, argument => argument.Value) ?? []));
    }
}
