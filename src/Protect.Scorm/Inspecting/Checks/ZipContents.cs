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

    private static readonly HashSet<string> Scripts =

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
            "py",
            "rb",
            "pl",
            "sh",
            "shtml",
            "exe",
            "bat",
            "cmd",
            "com",
            "msi",
            "ps1",
            "scr",
            "vbs",
        ],
        Archives = ["zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "br", "dat"];

    private static readonly HashSet<string> JunkNames = new(
        [
            "thumbs.db",
            "desktop.ini",
            ".ds_store",
            "ehthumbs.db",
            ".gitignore",
            ".gitattributes",
            ".gitkeep",
            ".gitmodules",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> JunkFolders = new(
        ["__MACOSX", ".git", ".svn", ".hg"],
        StringComparer.OrdinalIgnoreCase
    );

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ZipEntry[] files = [.. package.Zip.Entries.Where(entry => !entry.IsFolder)];
        bag.Names(ZipContainerRules.Junk, "", files.Select(file => file.Name).Where(IsJunk));
        foreach (
            ZipEntry file in files.Where(file =>
                !IsJunk(file.Name) && file.Name.Split('/').Any(part => part.StartsWith('.'))
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
        foreach (ZipEntry file in files.Where(file => Scripts.Contains(PackagePath.Extension(file.Name))))
            bag.In(ZipContainerRules.Script, file.Name, file.Name);
        bag.Names(
            ZipContainerRules.Archive,
            "",
            files.Select(file => file.Name).Where(name => Archives.Contains(PackagePath.Extension(name)))
        );
        bag.Names(
            ZipContainerRules.Empty,
            "",
            files.Where(file => file.Size == 0 && !IsJunk(file.Name)).Select(file => file.Name)
        );
        bag.Names(ZipContainerRules.Clock, "", files.Where(file => !IsTime(file.Time)).Select(file => file.Name));
        if (package.Zip.Length > Large)
            Size(package.Zip, bag);
    }

    private static bool IsJunk(string name)
    {
        string[] parts = name.Split('/');
        string last = parts[^1];
        return parts[..^1].Any(JunkFolders.Contains)
            || JunkNames.Contains(last)
            || last.StartsWith("._", StringComparison.Ordinal)
            || last.StartsWith("~$", StringComparison.Ordinal)
            || last.EndsWith('~')
            || last.EndsWith(".bak", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith(".swp", StringComparison.OrdinalIgnoreCase)
            || last.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
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
