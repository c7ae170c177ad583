using System.Text;

namespace Protect.Scorm.Cli.Cache;

/// <summary>
/// Binary serializer for cache entries. Values are read in the order in which they were written;
/// <see cref="CacheFolder"/> has verified the checksum before.
/// </summary>
internal static class CacheSerializer
{
    public static ReadOnlyMemory<byte> Write(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
            write(writer);
        return bytes.ToArray();
    }

    public static T Read<T>(ReadOnlyMemory<byte> entry, Func<BinaryReader, T> read)
    {
        using var reader = new BinaryReader(new MemoryStream(entry.ToArray()), Encoding.UTF8);
        return read(reader);
    }

    public static void List<T>(this BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (T item in items)
            write(item);
    }

    public static T[] List<T>(this BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (int index = 0; index < items.Length; index++)
            items[index] = read();
        return items;
    }

    public static void Pairs(this BinaryWriter writer, IReadOnlyCollection<(string, string)> pairs) =>
        writer.List(
            pairs,
            pair =>
            {
                writer.Write(pair.Item1);
                writer.Write(pair.Item2);
            }
        );

    public static (string, string)[] Pairs(this BinaryReader reader) =>
        reader.List(() => (reader.ReadString(), reader.ReadString()));

    /// <summary>Writes a text that may be null. Null and the empty text remain different.</summary>
    public static void Maybe(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    public static string? Maybe(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}
