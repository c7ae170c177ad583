using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Protect.Scorm.Model;

/// <summary>
/// Results of earlier compilations, each under the digest of everything it was made from, so that after an edit
/// only changed parts are made again. Unused results are dropped when the next compilation begins. Thread-safe.
/// </summary>
internal sealed class Artifacts
{
    private volatile ConcurrentDictionary<ArtifactKey, ReadOnlyMemory<byte>> _before = new(),
        _used = new();
    private volatile bool _hasNew;

    /// <summary>True when a result was made or dropped since the artifacts were read.</summary>
    public bool HasChanged => _hasNew || _used.Count != _before.Count;

    /// <summary>Starts a compilation.</summary>
    public void Begin()
    {
        // After a course with errors, which uses few of them, all stay.
        ConcurrentDictionary<ArtifactKey, ReadOnlyMemory<byte>> used = _used;
        if (used.IsEmpty)
            return;
        (_before, _used) = (used, new());
    }

    /// <summary>Returns a result, made now unless it is known.</summary>
    /// <param name="kind">The kind of result.</param>
    /// <param name="key">The digest of what it is made from.</param>
    /// <param name="make">Makes the result.</param>
    public ReadOnlyMemory<byte> Get(string kind, UInt128 key, Func<ReadOnlyMemory<byte>> make)
    {
        if (TryFind(kind, key, out ReadOnlyMemory<byte>? known))
            return known.Value;
        ReadOnlyMemory<byte> made = make();
        Keep(kind, key, made);
        return made;
    }

    /// <summary>Finds a result; false when it has to be made.</summary>
    public bool TryFind(string kind, UInt128 key, [NotNullWhen(true)] out ReadOnlyMemory<byte>? result)
    {
        var at = new ArtifactKey(kind, key);
        if (_used.TryGetValue(at, out ReadOnlyMemory<byte> found))
        {
            result = found;
            return true;
        }
        if (!_before.TryGetValue(at, out found))
        {
            result = null;
            return false;
        }
        _used[at] = found;
        result = found;
        return true;
    }

    /// <summary>Adds a result that was made now.</summary>
    public void Keep(string kind, UInt128 key, ReadOnlyMemory<byte> result)
    {
        _used[new ArtifactKey(kind, key)] = result;
        _hasNew = true;
    }

    /// <summary>Writes the results that the last compilation used.</summary>
    /// <returns>Parts to write one after the other, so that nothing is copied.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Write()
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        foreach ((ArtifactKey at, ReadOnlyMemory<byte> result) in _used)
        {
            using var header = new MemoryStream();
            using var writer = new BinaryWriter(header);
            writer.Write(at.Kind);
            writer.Write((ulong)(at.Key >> 64));
            writer.Write((ulong)at.Key);
            writer.Write(result.Length);
            parts.Add(header.ToArray());
            parts.Add(result);
        }
        return parts;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the results share its memory.</summary>
    public static Artifacts Read(ReadOnlyMemory<byte> bytes)
    {
        var artifacts = new Artifacts();
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> all);
        using var reader = new BinaryReader(new MemoryStream(all.Array!, all.Offset, all.Count));
        while (reader.BaseStream.Position < all.Count)
        {
            string kind = reader.ReadString();
            var key = new UInt128(reader.ReadUInt64(), reader.ReadUInt64());
            int length = reader.ReadInt32();
            artifacts._before[new ArtifactKey(kind, key)] = bytes.Slice((int)reader.BaseStream.Position, length);
            reader.BaseStream.Position += length;
        }
        return artifacts;
    }

    private readonly record struct ArtifactKey(string Kind, UInt128 Key);
}
