using System.Buffers.Binary;
using System.Text;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Changes fields in the records of a zip (APPNOTE 4.3.7, 4.3.12, 4.3.16).</summary>
internal static class ZipBytes
{
    /// <summary>Writes a 16-bit value into an entry's record in the central directory.</summary>
    public static Func<byte[], byte[]> Central(string name, int at, ushort value) =>
        zip => Changed(zip, Record(zip, name) + at, BitConverter.GetBytes(value));

    /// <summary>Writes a 32-bit value into an entry's record in the central directory.</summary>
    public static Func<byte[], byte[]> Central32(string name, int at, uint value) =>
        zip => Changed(zip, Record(zip, name) + at, BitConverter.GetBytes(value));

    /// <summary>Writes a 16-bit value into an entry's local header.</summary>
    public static Func<byte[], byte[]> Local(string name, int at, ushort value) =>
        zip => Changed(zip, Header(zip, name) + at, BitConverter.GetBytes(value));

    /// <summary>Writes a 16-bit value into the end record.</summary>
    public static Func<byte[], byte[]> End(int at, ushort value) =>
        zip => Changed(zip, zip.AsSpan().LastIndexOf("PK\x05\x06"u8) + at, BitConverter.GetBytes(value));

    /// <summary>Replaces a name by another of the same length, in both headers.</summary>
    public static Func<byte[], byte[]> Name(string name, byte[] now) =>
        zip => Changed(Changed(zip, Record(zip, name) + 46, now), Header(zip, name) + 30, now);

    public static Func<byte[], byte[]> Then(this Func<byte[], byte[]> first, Func<byte[], byte[]> second) =>
        zip => second(first(zip));

    /// <summary>Returns the offset of an entry's record in the central directory.</summary>
    public static int Record(byte[] zip, string name) => Find(zip, "PK\x01\x02"u8, 46, name);

    /// <summary>Returns the offset of an entry's local header.</summary>
    public static int Header(byte[] zip, string name) =>
        BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(Record(zip, name) + 42));

    public static byte[] Changed(byte[] zip, int at, byte[] now)
    {
        byte[] changed = [.. zip];
        now.CopyTo(changed, at);
        return changed;
    }

    private static int Find(byte[] zip, ReadOnlySpan<byte> signature, int length, string name)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(name);
        for (int at = 0; at < zip.Length - length; at++)
        {
            if (
                zip.AsSpan(at).StartsWith(signature)
                && zip.AsSpan(at + length).StartsWith(wanted)
                && BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 28)) == wanted.Length
            )
                return at;
        }
        throw new InvalidOperationException(name);
    }
}
