using System.Buffers.Binary;

namespace Protect.Scorm.Packaging;

/// <summary>
/// Sets the "made by" platform of every entry. The framework's zip writer has it compiled in (0 on Windows, 3 elsewhere) with no way to choose, so the same
/// files would give other bytes on another system; and readers take the Unix permissions in the attributes seriously only when it says Unix.
/// Offsets are those of PKWARE's APPNOTE 4.3.12 and 4.3.16.
/// </summary>
internal static class ZipPlatform
{
    private const byte Unix = 3;
    private const uint EntrySignature = 0x02014b50, EndSignature = 0x06054b50;
    private const int EntryLength = 46, EndLength = 22;

    /// <param name="zip">A zip without archive comment and zip64, changed in place.</param>
    public static void SetUnix(Span<byte> zip)
    {
        ReadOnlySpan<byte> end = zip[^EndLength..];
        Expect(end, EndSignature);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        int at = BinaryPrimitives.ReadInt32LittleEndian(end[16..]);
        for (int i = 0; i < count; i++)
        {
            Span<byte> entry = zip[at..];
            Expect(entry, EntrySignature);
            entry[5] = Unix;
            at += EntryLength + Length(entry, 28) + Length(entry, 30) + Length(entry, 32);
        }
    }

    /// <summary>Length of the name (28), extra field (30) or comment (32) that follows the fixed part.</summary>
    private static int Length(ReadOnlySpan<byte> entry, int field) => BinaryPrimitives.ReadUInt16LittleEndian(entry[field..]);

    private static void Expect(ReadOnlySpan<byte> record, uint signature)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != signature) throw new InvalidOperationException("The zip writer wrote a layout we do not know.");
    }
}
