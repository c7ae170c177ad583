using System.Security.Cryptography;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Content of a file to be written, in parts. A zip shares the bytes of its files, so that pictures are in memory once.
/// </summary>
internal sealed class FileImage
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _parts;
    private readonly Lazy<string> _digest;

    public FileImage(params IReadOnlyList<ReadOnlyMemory<byte>> parts) =>
        (_parts, Length, _digest) = (parts, parts.Sum(part => (long)part.Length), new Lazy<string>(ComputeDigest));

    /// <summary>Length in bytes.</summary>
    public long Length { get; }

    public byte[] ToArray()
    {
        byte[] all = GC.AllocateUninitializedArray<byte>(checked((int)Length));
        int at = 0;
        foreach (ReadOnlyMemory<byte> part in _parts)
        {
            part.Span.CopyTo(all.AsSpan(at));
            at += part.Length;
        }
        return all;
    }

    /// <exception cref="IOException">The disk has no space, or allows no file of this size.</exception>
    public void WriteTo(FileStream file)
    {
        try
        {
            RandomAccess.Write(file.SafeFileHandle, _parts, fileOffset: 0);
        }
        catch (ArgumentOutOfRangeException tooLarge) // the limit of a disk or a user for the size of one file
        {
            throw new IOException($"“{file.Name}” is larger than files may be there", tooLarge);
        }
    }

    /// <summary>Returns the SHA-256, as 64 lower-case hexadecimal digits; computed once.</summary>
    public string Digest() => _digest.Value;

    /// <summary>Starts to compute the SHA-256 in the background.</summary>
    public FileImage WithDigest()
    {
        Task.Run(() => _digest.Value);
        return this;
    }

    private string ComputeDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ReadOnlyMemory<byte> part in _parts)
            hash.AppendData(part.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Opens a seekable stream over the parts.</summary>
    public Stream Open() => new PartStream(_parts, Length);

    private sealed class PartStream : Stream
    {
        private readonly IReadOnlyList<ReadOnlyMemory<byte>> _parts;
        private readonly long[] _starts;

        public PartStream(IReadOnlyList<ReadOnlyMemory<byte>> parts, long length)
        {
            (_parts, _starts, Length) = (parts, new long[parts.Count], length);
            for (int index = 1; index < _starts.Length; index++)
                _starts[index] = _starts[index - 1] + parts[index - 1].Length;
        }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length { get; }

        public override long Position { get; set; }

        public override int Read(Span<byte> to)
        {
            int read = 0;
            while (read < to.Length && Position < Length)
            {
                int index = Array.BinarySearch(_starts, Position);
                if (index < 0)
                    index = ~index - 1;
                while (index + 1 < _starts.Length && _starts[index + 1] <= Position)
                    index++; // skip empty parts
                ReadOnlySpan<byte> rest = _parts[index].Span[(int)(Position - _starts[index])..];
                int count = Math.Min(rest.Length, to.Length - read);
                rest[..count].CopyTo(to[read..]);
                read += count;
                Position += count;
            }
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) =>
            Position =
                offset
                + (
                    origin == SeekOrigin.Begin ? 0
                    : origin == SeekOrigin.Current ? Position
                    : Length
                );

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
