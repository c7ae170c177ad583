using System.IO.Compression;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Pages that the command writes about packages, for tests of their accessibility.</summary>
internal static class PackageReports
{
    /// <summary>Returns the reports of a build, and that of “check” about a faulty package of another tool.</summary>
    public static IEnumerable<(string Name, string Html)> Of(CompileResult built)
    {
        using InspectedPackage package = InspectedPackage.Open(
            new MemoryStream(
                Zip(
                    ("start.html", "<p onclick=\"eval('1')\">Hello</p><img src=\"gone.png\">"),
                    ("imsmanifest.xml", "<manifest/>")
                )
            ),
            "theirs.zip"
        );
        return
        [
            (
                "check",
                PackagePage.Write([PackageReport.Of(package, PackageInspector.Inspect(package), LmsTargets.All)])
            ),
            ("conformance", ConformancePage.Write(built, null)),
            ("accessibility", AccessibilityPage.Write(built)),
        ];
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }
}
