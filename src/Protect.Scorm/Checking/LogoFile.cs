using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>An organisation's logo is a picture that is there, inside the folder of its file, and holds no program.</summary>
internal static class LogoFile
{
    public static void Check(AssetRef logo, SourceFolder folder, DiagnosticBag bag)
    {
        AssetRules.CheckType(logo, "a logo", [".svg", ".png", ".jpg", ".jpeg", ".webp"], bag);
        if (!SourceFolder.StaysInside(logo.Path))
            bag.Add(CheckingRules.FileOutside, logo.Span, logo.Path);
        else if (!folder.Exists(logo.Path))
            bag.Add(CheckingRules.MissingFile, logo.Span, logo.Path, ""); // the folder may be anybody's: it is not searched
        else if (!logo.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return;
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
