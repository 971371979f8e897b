using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FactChecking.Curation.DataFiles;

/// <summary>
/// Writes a record as the text of its file, always in the same form, so that a change shows up as the lines that changed.
/// What <see cref="YamlFile"/> reads from it is the record again.
/// </summary>
internal static partial class YamlText
{
    /// <summary>The text of a file.</summary>
    /// <param name="record">The record: objects, lists, strings, true and false.</param>
    /// <param name="schema">Name of its schema, for editors that know YAML schemas; null where it has no file.</param>
    public static string Of(JObject record, string? schema)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        if (schema is not null)
            writer.WriteLine($"# yaml-language-server: $schema=../schema/{schema}.schema.json");
        var emitter = new Emitter(writer, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, record);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        var escaped = writer.ToString();
        var readable = Escaped().Replace(escaped, match => char.ConvertFromUtf32(int.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        return JToken.DeepEquals(YamlFile.Parse("", readable).Root, record) ? readable : escaped;
    }

    private static void Write(Emitter emitter, JToken token)
    {
        switch (token)
        {
            case JObject fields:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var field in fields.Properties())
                {
                    emitter.Emit(new Scalar(field.Name));
                    Write(emitter, field.Value);
                }
                emitter.Emit(new MappingEnd());
                break;
            case JArray items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in items)
                    Write(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case JValue { Type: JTokenType.String } text:
                emitter.Emit(TextOf((string)text!)); // its type says so
                break;
            default:
                emitter.Emit(new Scalar(token.Type == JTokenType.Boolean ? ((bool)token ? "true" : "false") : "null"));
                break;
        }
    }

    private static Scalar TextOf(string text)
    {
        var style = text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
            : ReadsAsOther().IsMatch(text) ? ScalarStyle.DoubleQuoted
            : ScalarStyle.Any;
        return new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true);
    }

    // What YAML, or another program that reads it, would take for something else than text when it stands without quotes.
    [GeneratedRegex("""^$|^(?:true|false|null|yes|no|on|off|y|n|~)$|^[-+.\d]*\d[-+.:/_\d]*$|^[\s'"@`%&*!|>{}\[\],?:#-]|:\s|\s#|[:\s]$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReadsAsOther();

    // The emitter escapes what lies beyond the first plane, that is, every emoji.
    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)\\U[0-9A-F]{8}", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
