using System.Buffers.Binary;
using System.Text;

namespace Protect.Scorm.Content;

/// <summary>Tracks of an MP4 file, by its boxes (ISO/IEC 14496-12, 4.2 and 8.4.3).</summary>
/// <param name="Handlers">The kind of each track: “vide”, “soun”.</param>
/// <param name="IsComplete">False when the list of tracks, or a part of the file, is missing.</param>
internal sealed record Mp4Tracks(IReadOnlyList<string> Handlers, bool IsComplete)
{
    private static readonly string[] Containers = ["moov", "trak", "mdia"];

    public bool Has(string handler) => Handlers.Contains(handler);

    /// <summary>Reads the tracks. Never throws.</summary>
    public static Mp4Tracks Read(ReadOnlySpan<byte> bytes)
    {
        var handlers = new List<string>();
        bool hasList = false;
        long at = 0;
        while (at + 8 <= bytes.Length)
        {
            ReadOnlySpan<byte> box = bytes[(int)at..];
            ulong size = BinaryPrimitives.ReadUInt32BigEndian(box);
            string name = Encoding.Latin1.GetString(box.Slice(4, 4));
            ulong head = 8;
            if (size == 1 && box.Length >= 16)
                (size, head) = (BinaryPrimitives.ReadUInt64BigEndian(box[8..]), 16);
            if (size == 0)
                size = (ulong)box.Length;
            if (size < head || size > (ulong)box.Length)
                return new Mp4Tracks(handlers, IsComplete: false);
            hasList |= name == "moov";
            if (name == "hdlr" && size >= 20)
                handlers.Add(Encoding.Latin1.GetString(box.Slice(16, 4)));
            at += (long)(Containers.Contains(name) ? head : size);
        }
        return new Mp4Tracks(handlers, hasList);
    }
}
