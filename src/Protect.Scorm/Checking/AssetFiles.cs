using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Checks that every named file exists in the course and gets a unique name in the package. Reports unused files.
/// </summary>
internal sealed class AssetFiles : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        var packageNames = new Dictionary<string, string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (AssetRef asset in BlockParts.Assets(course))
        {
            used.Add(asset.Path);
            if (!SourceFolder.StaysInside(asset.Path))
                bag.Add(CheckingRules.FileOutside, asset.Span, asset.Path);
            else if (!folder.Exists(asset.Path))
                bag.Add(CheckingRules.MissingFile, asset.Span, asset.Path, Hint(asset.Path, folder.Files));
            else if (IsHidden(asset, folder))
                bag.Add(CheckingRules.HiddenBankFile, asset.Span, asset.Path);
            else if (
                !packageNames.TryAdd(AssetNames.InPackage(asset.Path), asset.Path)
                && packageNames[AssetNames.InPackage(asset.Path)] != asset.Path
            )
                bag.Add(
                    CheckingRules.FileNameClash,
                    asset.Span,
                    packageNames[AssetNames.InPackage(asset.Path)],
                    AssetNames.InPackage(asset.Path)
                );
        }
        if (course.Id.Value != course.Family.FirstOrDefault())
            return; // a shorter edition need not use every file
        foreach (
            string file in folder.Files.Where(file =>
                file.StartsWith("media/", StringComparison.Ordinal)
                && !used.Contains(file)
                && !used.Contains(AssetNames.Plain(file))
                && !used.Contains(AssetNames.Plain(AssetNames.Plain(file)))
            )
        )
        {
            bag.Add(CheckingRules.UnusedFile, SourceFile.WithoutText(folder.Display(file)).Start);
        }
    }

    // The name is that of a file of the course and of one of the bank: the course's would be shown.
    private static bool IsHidden(AssetRef asset, SourceFolder folder)
    {
        string shared = $"{CourseFolder.Banks}/{folder.Resolve(asset.Path)}";
        return asset.Span.File.Path.StartsWith(folder.Display(CourseFolder.Banks + "/"), StringComparison.Ordinal)
            && folder.Exists(shared)
            && folder.Digest(shared) != folder.Digest(asset.Path);
    }

    // Authors forget the folder more often than they misspell a name.
    private static string Hint(string path, IReadOnlyList<string> files) =>
        files.FirstOrDefault(file => Path.GetFileName(file) == Path.GetFileName(path)) is { } same
            ? $" Did you mean “{same}”?"
            : Nearest.Hint(path, files);
}
