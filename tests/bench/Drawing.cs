using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Protect.Scorm.Bench;

/// <summary>
/// Pictures as heavy as photographs and screenshots, made without a picture library. Any browser shows them, and a zip
/// cannot compress them.
/// </summary>
internal static class Drawing
{
    /// <summary>Writes a PNG of 520 by 292 in 64 colours, around 48 KB: a gradient with noise.</summary>
    public static byte[] Png(int seed)
    {
        const int width = 520,
            height = 292;
        var dice = new Dice((uint)seed);
        var rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                rows[y * (width + 1) + 1 + x] = (byte)((x / 16 + y / 16 + ((x + y) % 2 == 0 ? dice.Throw(4) : 0)) % 64);
        }
        var palette = new byte[64 * 3];
        for (int colour = 0; colour < 64; colour++)
            (palette[colour * 3], palette[colour * 3 + 1], palette[colour * 3 + 2]) = (
                (byte)(90 + seed * 7 % 60 + colour),
                (byte)(120 + colour * 2),
                (byte)(200 - colour)
            );
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(rows);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Chunk(file, "IHDR"u8, [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 3, 0, 0, 0]);
        Chunk(file, "PLTE"u8, palette);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. type, .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(body));
        file.Write(number);
    }

    /// <summary>
    /// Writes a grey JPEG of 1280 by 720, around 145 KB. Its coefficients are random, not computed from a picture: each
    /// of the 14,400 blocks gets as many as in a photograph of that weight. Its Huffman tables give every symbol the
    /// same length, so it cannot be compressed further.
    /// </summary>
    public static byte[] Jpeg(int seed)
    {
        const int width = 1280,
            height = 720;
        var dice = new Dice((uint)seed * 7919);
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0]);
        for (int coefficient = 0; coefficient < 64; coefficient++)
            file.WriteByte((byte)(coefficient < 6 ? 12 : 6));
        file.Write([0xFF, 0xC0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
        file.Write([0xFF, 0xC4, 0, 19 + 3, 0x00, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
        file.Write([
            0xFF,
            0xC4,
            0,
            (byte)(19 + Symbols.Length),
            0x10,
            0,
            0,
            0,
            (byte)Symbols.Length,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
        ]);
        file.Write(Symbols);
        file.Write([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]);
        var bits = new BitWriter(file);
        int level = 0;
        for (int block = 0; block < width / 8 * (height / 8); block++)
        {
            // The grey level changes slowly, within the range of eight bits.
            int step =
                level > 60 ? -1
                : level < -60 ? 1
                : dice.Throw(3) - 1;
            level += step;
            bits.Write(step == 0 ? 0 : 1, 2);
            if (step != 0)
                bits.Write(step > 0 ? 1 : 0, 1);
            for (int left = 12 + (dice.Throw(100) < 88 + seed % 7 * 4 ? 1 : 0), at = 0; left > 0 && at < 50; left--)
            {
                int symbol = 1 + dice.Throw(Symbols.Length - 1),
                    size = Symbols[symbol] & 15;
                at += 1 + (Symbols[symbol] >> 4);
                bits.Write(symbol, 4);
                bits.Write(dice.Throw(1 << size), size);
            }
            bits.Write(0, 4);
        }
        bits.Finish();
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    /// <summary>
    /// Symbols: end of block first, then the number of zeros (high half) before a value of so many bits (low half).
    /// </summary>
    private static readonly byte[] Symbols =
    [
        0x00,
        0x01,
        0x02,
        0x03,
        0x11,
        0x12,
        0x13,
        0x21,
        0x22,
        0x31,
        0x32,
        0x41,
        0x42,
        0x51,
        0x61,
    ];

    private sealed class BitWriter(Stream file)
    {
        private int _held,
            _count;

        public void Write(int value, int width)
        {
            for (int bit = width - 1; bit >= 0; bit--)
            {
                _held = _held << 1 | value >> bit & 1;
                if (++_count < 8)
                    continue;
                file.WriteByte((byte)_held);
                if (_held == 0xFF)
                    file.WriteByte(0);
                (_held, _count) = (0, 0);
            }
        }

        public void Finish()
        {
            while (_count != 0)
                Write(1, 1);
        }
    }
}
