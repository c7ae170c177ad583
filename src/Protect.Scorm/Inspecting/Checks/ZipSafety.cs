using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules Z07 and Z09 to Z12: dangers of unpacking, found in the directory alone.</summary>
internal static class ZipSafety
{
    /// <summary>Most bytes, unpacked, of all files together.</summary>
    public const long MostBytes = 2_000_000_000;

    private const int MostRatio = 100,
        SmallFile = 10_000_000;

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ZipDirectory zip = package.Zip;
        if (zip.Count > ZipDirectory.MostEntries)
            Bomb(bag, $"The zip has {zip.Count:#,0} entries; this tool reads at most {ZipDirectory.MostEntries:#,0}.");
        long total = 0;
        foreach (ZipEntry entry in zip.Entries)
        {
            total += entry.Size;
            if (entry.Name.Contains('\\'))
                bag.In(ZipContainerRules.Backslash, entry.Name, entry.Name);
            if (!StaysInside(entry))
                bag.In(ZipContainerRules.Outside, entry.Name, entry.Name);
            if (entry.IsSpecial)
                bag.In(ZipContainerRules.Special, entry.Name, entry.Name);
            if (entry.IsEncrypted || entry.Method == 99)
                bag.In(ZipContainerRules.Encrypted, entry.Name, entry.Name);
            if (IsBomb(entry))
            {
                long size = Megabytes(entry.Size);
                Bomb(
                    bag,
                    $"“{entry.Name}” unpacks to {entry.Ratio:#,0} times its size ({size:#,0} MB), as zip bombs do."
                );
            }
        }
        if (total > MostBytes)
            Bomb(
                bag,
                $"The zip unpacks to {Megabytes(total):#,0} MB; this tool reads at most {Megabytes(MostBytes):#,0} MB."
            );
    }

    private static long Megabytes(long bytes) => bytes / 1_000_000;

    /// <summary>Returns true for a name inside the folder, with backslashes treated as on Windows.</summary>
    internal static bool StaysInside(ZipEntry entry) =>
        entry.Name.Replace('\\', '/') is var name && SourceFolder.StaysInside(name.EndsWith('/') ? name[..^1] : name);

    internal static bool IsBomb(ZipEntry entry) => entry.Size > SmallFile && entry.Ratio > MostRatio;

    private static void Bomb(FindingBag bag, FormattableString what) =>
        bag.Whole(ZipContainerRules.Bomb, what.ToString(CultureInfo.InvariantCulture));
}
