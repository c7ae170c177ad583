using System.IO.Hashing;
using System.Text;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>
/// A zip with one stored file of zeros, of any size. It is not stored anywhere: the zeros are produced when they are
/// read.
/// </summary>
internal sealed class SparseZip : Stream
{
    private readonly byte[] _head,
        _tail;
    private readonly long _zeros;

    public SparseZip(string name, uint zeros)
    {
        byte[] letters = Encoding.ASCII.GetBytes(name);
        byte[] facts =
        [
            20,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0x21,
            0x5A,
            .. BitConverter.GetBytes(SumOfZeros(zeros)),
            .. BitConverter.GetBytes(zeros),
            .. BitConverter.GetBytes(zeros),
            (byte)letters.Length,
            0,
            0,
            0,
        ];
        (_zeros, _head) = (zeros, [.. "PK\x03\x04"u8, .. facts, .. letters]);
        byte[] record =
        [
            .. "PK\x01\x02"u8,
            20,
            3,
            .. facts,
            0,
            0,
            0,
            0,
            0,
            0,
            .. BitConverter.GetBytes(0x81A4u << 16),
            0,
            0,
            0,
            0,
            .. letters,
        ];
        _tail =
        [
            .. record,
            .. "PK\x05\x06"u8,
            0,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            .. BitConverter.GetBytes(record.Length),
            .. BitConverter.GetBytes((uint)_head.Length + zeros),
            0,
            0,
        ];
    }

    public override long Length => _head.Length + _zeros + _tail.Length;

    public override long Position { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, Length - Position);
        buffer[..count].Clear();
        Copy(_head, 0, buffer[..count]);
        Copy(_tail, _head.Length + _zeros, buffer[..count]);
        Position += count;
        return count;
    }

    private void Copy(byte[] part, long at, Span<byte> buffer)
    {
        long from = Math.Max(at, Position),
            to = Math.Min(at + part.Length, Position + buffer.Length);
        if (from < to)
            part.AsSpan((int)(from - at), (int)(to - from)).CopyTo(buffer[(int)(from - Position)..]);
    }

    private static uint SumOfZeros(uint count)
    {
        var sum = new Crc32();
        var block = new byte[1_000_000];
        for (uint done = 0; done < count; done += (uint)block.Length)
            sum.Append(block.AsSpan(0, (int)Math.Min(block.Length, count - done)));
        return sum.GetCurrentHashAsUInt32();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
