using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules Z13 to Z18: names that every server can write and find.</summary>
internal static partial class ZipNames
{
    private const int MostPath = 180,
        MostPart = 100,
        MostDepth = 10;

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        ZipEntry[] files = [.. package.Zip.Entries.Where(entry => !entry.IsFolder)];
        Same(files, bag);
        foreach (ZipEntry file in files.Where(file => file.Name.Any(c => c > '\x7E')))
            bag.In(
                ZipContainerRules.NotAscii,
                file.Name,
                file.Name,
                !file.IsNameUtf8 ? ", in an old code page"
                    : file.SaysUtf8 ? ""
                    : ", and the zip does not mark them as UTF-8"
            );
        bag.Names(
            ZipContainerRules.Letters,
            "",
            files.Select(file => file.Name).Where(name => Forbidden().IsMatch(name))
        );
        foreach (ZipEntry file in files.Where(file => file.Name.Split('/').Any(IsReserved)))
            bag.In(ZipContainerRules.Reserved, file.Name, file.Name);
        bag.Names(
            ZipContainerRules.LongPath,
            "",
            files
                .Select(file => file.Name)
                .Where(name =>
                    name.Length > MostPath
                    || name.Count(c => c == '/') > MostDepth
                    || name.Split('/').Any(part => part.Length > MostPart)
                )
        );
    }

    private static void Same(ZipEntry[] files, FindingBag bag)
    {
        var exact = new HashSet<string>(StringComparer.Ordinal);
        var folded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in files.Select(file => file.Name))
        {
            if (!exact.Add(name))
                bag.In(ZipContainerRules.SameName, name, name);
            else if (!folded.TryAdd(Accents.Composed(name), name))
                bag.In(ZipContainerRules.SameOnSome, name, folded[Accents.Composed(name)], name);
        }
    }

    private static bool IsReserved(string part) => Devices().IsMatch(part) || part.EndsWith('.') || part.EndsWith(' ');

    /// <summary>Matches unsafe ASCII characters; another rule covers letters beyond ASCII.</summary>
    [GeneratedRegex(@"[\x00-\x20""#$%&'()*+,:;<=>?@\[\]\^`{|}~!]")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Devices();
}
