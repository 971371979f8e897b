using FactChecking.Curation.Publishing;

namespace FactChecking.Curation.Exchange.Imports;

/// <summary>Reads records out of a file of one form, one after the other, so that a large file needs no large memory.</summary>
internal interface IRecordReader
{
    /// <exception cref="ImportRefusedException">The file is not of this form, or breaks off: nothing after that can be read.</exception>
    IEnumerable<ReadItem> Read(Stream stream, string name);
}

/// <summary>What stood at one place of a file: a record, or what is wrong with it.</summary>
internal sealed record ReadItem(string Place, ImportRecord? Record, ImportFault? Fault);
