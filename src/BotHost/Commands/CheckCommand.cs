using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactChecking;
using FactChecking.Foundation;
using FactChecking.Languages;
using FactChecking.Messages;

namespace BotHost.Commands;

/// <summary><c>check</c>: answers one message as the bot would.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Form = new(FactCheckingJson.Indented)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        // For a terminal, not for a page: tags and quotes stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "The message; - reads it from standard input." };
        var from = new Option<string?>("--from") { Description = "Where it was forwarded from: an address or @channel.", HelpName = "URL_OR_@CHANNEL" };
        var language = new Option<string?>("--language") { Description = "Language of the reply: en, ru, uk, zh-Hans or zh-Hant (default: the message's own).", HelpName = "CODE" };
        var json = new Option<bool>("--json") { Description = "Prints the whole answer as JSON." };
        var explain = new Option<bool>("--explain") { Description = "Says why the best records matched, instead of the reply." };
        var database = DatabaseOption.Create();
        text.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is ['-', '-', ..] option)
                result.AddError($"There is no option {option}. A message that begins with dashes is read from standard input: check -");
        });
        language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && ReplyLanguages.FromTag(code) is null)
                result.AddError($"--language: there are no replies in “{code}”; one of {string.Join(", ", ReplyLanguages.All)}.");
        });

        var command = new Command("check", "Answers one message as the bot would.") { text, from, language, json, explain, database };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var services = CommandServices.Create(arguments.GetValue(database));
            await CommandServices.PrepareAsync(services, arguments.GetValue(database), cancellationToken);
            var message = arguments.GetRequiredValue(text);
            var question = new Question(message == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : message)
            {
                ForwardedFrom = arguments.GetValue(from),
                ReplyLanguage = ReplyLanguages.FromTag(arguments.GetValue(language)),
            };

            if (arguments.GetValue(explain))
            {
                await ExplanationText.WriteAsync(services, question, Console.Out, cancellationToken);
                return;
            }

            var answer = await services.GetRequiredService<FactChecker>().CheckAsync(question, cancellationToken);

            Console.WriteLine(arguments.GetValue(json) ? JsonSerializer.Serialize(answer, Form) : TerminalText.FromHtml(answer.Text));
        });
        return command;
    }
}
