using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>
/// Checks that an organisation's logo exists inside the folder of its file and is a picture without scripts.
/// </summary>
internal static class LogoFile
{
    public static void Check(AssetRef logo, SourceFolder folder, DiagnosticBag bag)
    {
        AssetRules.CheckType(logo, "a logo", [".svg", ".png", ".jpg", ".jpeg", ".webp"], bag);
        if (!SourceFolder.StaysInside(logo.Path))
            bag.Add(CheckingRules.FileOutside, logo.Span, logo.Path);
        else if (!folder.Exists(logo.Path))
            bag.Add(CheckingRules.MissingFile, logo.Span, logo.Path, ""); // no hint: the folder is not the course's
        else if (!logo.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            MediaFiles.Check(logo, folder, bag);
        else if (folder.Text(logo.Path) is { } text)
            SvgFiles.CheckOne(text, bag);
        else
            bag.Add(
                CheckingRules.BrokenSvg,
                SourceFile.WithoutText(folder.Display(logo.Path)).Start,
                "it is not UTF-8 text."
            );
    }
}
