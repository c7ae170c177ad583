using System.Buffers;
using System.Text;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules Z01 and Z05 to Z08: a valid zip that uses only PKZIP 2.04g.</summary>
internal static class ZipStructure
{
    private const int BufferBytes = 128 * 1024;

    // Readers look for the end of a zip in its last 65,557 bytes: the end record and the longest comment.
    private const int MostTrailing = ushort.MaxValue;

    private static readonly (ushort Method, string Name)[] Methods =
    [
        (1, "shrinking"),
        (6, "imploding"),
        (9, "Deflate64"),
        (12, "bzip2"),
        (14, "LZMA"),
        (93, "Zstandard"),
        (95, "XZ"),
        (98, "PPMd"),
        (99, "AES encryption"),
    ];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ZipDirectory zip = package.Zip;
        if (zip.Fault is { } fault)
        {
            bag.Whole(ZipContainerRules.Unreadable, fault);
            return;
        }
        if (zip.End.Trailing > MostTrailing)
            bag.Whole(ZipContainerRules.Unreadable, $"{zip.End.Trailing} bytes follow its end.");
        else if (zip.End.Trailing > 0)
            bag.Whole(ZipContainerRules.Around, zip.End.Trailing, "follow");
        if (zip.End.Leading > 0)
            bag.Whole(ZipContainerRules.Around, zip.End.Leading, "precede");
        foreach (string odd in zip.Contradictions)
            bag.Whole(ZipContainerRules.Unreadable, $"{odd}.");
        if (zip.End.IsSplit || zip.Entries.Any(entry => entry.Disk is not (0 or 0xFFFF)))
            bag.Whole(ZipContainerRules.Split);
        if (zip.End.HasZip64 || zip.Entries.Any(entry => entry.HasZip64))
            bag.Whole(
                Zip64(package.Kind),
                zip.Entries.FirstOrDefault(entry => entry.HasZip64) is { } first ? $" (first for “{first.Name}”)" : ""
            );
    }

    /// <summary>Compares every entry with its header and data. Unpacks everything without keeping it.</summary>
    public static void CheckData(InspectedPackage package, FindingBag bag)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        string? wide = null;
        (long from, string name) last = (package.Zip.End.DirectoryOffset, "its directory");
        foreach (ZipEntry entry in package.Zip.Entries.OrderByDescending(entry => entry.Offset))
        {
            if (entry.Method is not (0 or 8))
                bag.In(ZipContainerRules.Method, entry.Name, entry.Name, NameOf(entry.Method));
            ZipLocalHeader? local = package.Zip.Local(entry);
            string? odd = local is null
                ? "there is no header where the directory says."
                : Compare(entry, local)
                    ?? (
                        local.Data + entry.Packed > last.from ? $"its data overlap {last.name}."
                        : entry.Method is 0 or 8 && !entry.IsFolder ? package.Zip.Verify(entry, buffer)
                        : null
                    );
            if (odd is not null)
                bag.In(ZipContainerRules.Unreadable, entry.Name, $"“{entry.Name}”: {odd}");
            else if (local is { HasZip64: true } && !entry.HasZip64)
                wide ??= entry.Name;
            last = (entry.Offset, $"“{entry.Name}”");
        }
        ArrayPool<byte>.Shared.Return(buffer);
        if (wide is not null && !package.Zip.Entries.Any(entry => entry.HasZip64))
            bag.Whole(Zip64(package.Kind).Light, $" (first for “{wide}”)");
    }

    /// <summary>Returns the rule about 64-bit records, which cmi5 allows.</summary>
    private static PackageRule Zip64(PackageKind kind) =>
        kind == PackageKind.Cmi5
            ? ZipContainerRules.Zip64 with
            {
                Severity = Diagnostics.Severity.Note,
            }
            : ZipContainerRules.Zip64;

    /// <summary>Compares an entry with its local header. A header whose sizes follow the data contains zeros.</summary>
    private static string? Compare(ZipEntry entry, ZipLocalHeader local)
    {
        string name = entry.IsNameUtf8 ? Encoding.UTF8.GetString(local.Name) : Encoding.Latin1.GetString(local.Name);
        if (name != entry.Name)
            return $"its own header calls it “{name}”.";
        if (local.Method != entry.Method)
            return "its own header names another method.";
        if ((local.Flags & 1) != (entry.Flags & 1))
            return "its own header differs about encryption.";
        if (local.IsStreamed || entry.HasZip64)
            return null;
        return local.Crc == entry.Crc && local.Packed == entry.Packed && local.Size == entry.Size
            ? null
            : "its own header has another size or checksum.";
    }

    private static string NameOf(ushort method) =>
        Methods.FirstOrDefault(known => known.Method == method).Name ?? $"method {method}";
}
