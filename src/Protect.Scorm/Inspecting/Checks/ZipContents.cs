using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules Z19 to Z25: files that do not belong in a package, sizes and times.</summary>
internal static class ZipContents
{
    private const long Large = 50_000_000,
        TooLarge = 200_000_000;

    /// <summary>Programs that a web server may run.</summary>
    private static readonly HashSet<string> ServerPrograms =

        [
            "php",
            "php3",
            "php4",
            "php5",
            "php7",
            "phps",
            "phtml",
            "phar",
            "asp",
            "aspx",
            "ashx",
            "jsp",
            "jspx",
            "cgi",
            "shtml",
        ],
        // Left over from the work on a course; no server runs them without a special setting.
        OtherPrograms = ["py", "rb", "pl", "sh", "exe", "bat", "cmd", "com", "msi", "ps1", "scr", "vbs"],
        Archives = ["zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "br", "dat"];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ZipEntry[] files = [.. package.Zip.Entries.Where(entry => !entry.IsFolder)];
        bag.Names(ZipContainerRules.Junk, "", files.Select(file => file.Name).Where(JunkFiles.Is));
        foreach (
            ZipEntry file in files.Where(file =>
                !JunkFiles.Is(file.Name) && file.Name.Split('/').Any(part => part.StartsWith('.'))
            )
        )
            bag.In(
                PackagePath.BaseName(file.Name) == ".htaccess"
                    ? ZipContainerRules.Hidden with
                    {
                        Severity = Severity.Error,
                    }
                    : ZipContainerRules.Hidden,
                file.Name,
                file.Name
            );
        foreach (ZipEntry file in files.Where(file => ServerPrograms.Contains(PackagePath.Extension(file.Name))))
            Program(ZipContainerRules.Script, file.Name);
        foreach (ZipEntry file in files.Where(file => OtherPrograms.Contains(PackagePath.Extension(file.Name))))
            Program(ZipContainerRules.Script.Light, file.Name);
        bag.Names(
            ZipContainerRules.Archive,
            "",
            files.Select(file => file.Name).Where(name => Archives.Contains(PackagePath.Extension(name)))
        );
        bag.Names(
            ZipContainerRules.Empty,
            "",
            files.Where(file => file.Size == 0 && !JunkFiles.Is(file.Name)).Select(file => file.Name)
        );
        bag.Names(ZipContainerRules.Clock, "", files.Where(file => !IsTime(file.Time)).Select(file => file.Name));
        if (package.Zip.Length > Large)
            Size(package.Zip, bag);

        void Program(PackageRule rule, string name) =>
            bag.Add(FindingBag.Made(rule, name, 0, 0, name), $"“{name}”", Affects.Unstated);
    }

    private static void Size(ZipDirectory zip, FindingBag bag)
    {
        IEnumerable<string> largest = zip
            .Entries.OrderByDescending(entry => entry.Packed)
            .Take(5)
            .Select(entry =>
                string.Create(CultureInfo.InvariantCulture, $"{entry.Name} ({entry.Packed / 1e6:0.0} MB)")
            );
        bag.Whole(
            zip.Length > TooLarge
                ? ZipContainerRules.Large with
                {
                    Severity = Severity.Warning,
                }
                : ZipContainerRules.Large,
            (zip.Length / 1e6).ToString("0", CultureInfo.InvariantCulture),
            string.Join(", ", largest)
        );
    }

    /// <summary>Returns true for a valid DOS time (APPNOTE 4.4.6), at most tomorrow because of time zones.</summary>
    private static bool IsTime(uint time)
    {
        int year = 1980 + (int)(time >> 25),
            month = (int)(time >> 21) & 15,
            day = (int)(time >> 16) & 31;
        return month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) <= DateTime.UtcNow.AddDays(1);
    }
}
