using FactChecking.Curation.DataFiles;
using FactChecking.Curation.Editing;
using FactChecking.Tests.Support;

namespace FactChecking.Tests.Curation.Editing;

public sealed class RecordTextTests
{
    [Fact]
    public void Every_file_of_the_data_folder_is_in_the_form_that_the_program_writes()
    {
        var others = DataFolder.Kinds
            .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Repository.Data, kind), "*.yaml").Select(file => (kind, file)))
            .Where(item => File.ReadAllText(item.file) is var text && RecordText.Canonical(text, item.kind) != text)
            .Select(item => item.file);

        Assert.Empty(others);
    }

    [Theory]
    [InlineData("plain words")]
    [InlineData("true")]
    [InlineData("No")]
    [InlineData("~")]
    [InlineData("2022-03-08")]
    [InlineData("1e3: #no comment, 'quotes' and \"quotes\"")]
    [InlineData("- not a list")]
    [InlineData("two lines\n  the second indented\n")]
    [InlineData("📉 emoji, and a backslash: \\U0001F4C9")]
    [InlineData(" spaces around ")]
    [InlineData("前线：#标签#")]
    public void What_is_written_is_read_back_letter_for_letter(string value)
    {
        var form = new RecordForm(new DataFolder(Repository.Data));

        var text = form.Text("events", new Dictionary<string, string> { ["id"] = "E-X", ["note"] = value });

        Assert.Equal(value.Trim(), form.Fields("events", text)!.Single(field => field.Path == "note").Value);
    }

    [Fact]
    public void A_form_that_is_sent_unchanged_changes_no_line()
    {
        var form = new RecordForm(new DataFolder(Repository.Data));

        var changed = DataFolder.Kinds
            .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Repository.Data, kind), "*.yaml").Select(file => (kind, file)))
            .Where(item => File.ReadAllText(item.file) is var text && form.Text(item.kind, Values(form.Fields(item.kind, text)!)) != text)
            .Select(item => item.file);

        Assert.Empty(changed);
    }

    private static Dictionary<string, string> Values(IEnumerable<FormField> fields) =>
        fields.SelectMany(field => Values(field.Fields).Concat(field.Value is { } value ? [new(field.Path, value)] : []))
            .ToDictionary();
}
