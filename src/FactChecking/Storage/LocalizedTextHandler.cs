using System.Data;
using Dapper;
using FactChecking.Languages;

namespace FactChecking.Storage;

/// <summary>Keeps a <see cref="LocalizedText"/> in a column as a JSON object.</summary>
internal sealed class LocalizedTextHandler : SqlMapper.TypeHandler<LocalizedText>
{
    public override LocalizedText Parse(object value) => LocalizedText.FromJson((string)value);

    public override void SetValue(IDbDataParameter parameter, LocalizedText? value) =>
        parameter.Value = (object?)value?.ToJson() ?? DBNull.Value;
}
