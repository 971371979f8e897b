namespace FactChecking.Curation.Exchange.Imports;

/// <summary>Reads a stream and refuses to go beyond a limit, whatever length was announced.</summary>
internal sealed class LimitedStream : Stream
{
    private readonly Stream _inner;
    private readonly string _name;
    private readonly int _maxMegabytes;
    private long _left;

    /// <exception cref="ImportRefusedException">The stream says that it is longer.</exception>
    public LimitedStream(Stream inner, string name, int maxMegabytes)
    {
        (_inner, _name, _maxMegabytes, _left) = (inner, name, maxMegabytes, maxMegabytes * 1024L * 1024L);
        if (!inner.CanSeek || inner.Length <= _left)
            return;
        inner.Dispose();
        throw TooLarge();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Count(_inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await _inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read) => (_left -= read) >= 0 ? read : throw TooLarge();

    private ImportRefusedException TooLarge() =>
        new(_name, "", "", $"is larger than {_maxMegabytes} MB", "Divide it, or raise Exchange:MaxMegabytes (a feed: Exchange:FeedMegabytes) for the command line");
}
