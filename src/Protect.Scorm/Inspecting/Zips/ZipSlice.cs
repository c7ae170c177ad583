namespace Protect.Scorm.Inspecting.Zips;

/// <summary>Part of a stream with its own position, so that several parts can be read in parallel.</summary>
internal sealed class ZipSlice(Stream whole, Lock gate, long start, long length) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, Math.Max(0, length - _at));
        if (wanted == 0)
            return 0;
        lock (gate)
        {
            whole.Position = start + _at;
            int read = whole.Read(buffer[..wanted]);
            _at += read;
            return read;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
