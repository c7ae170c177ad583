using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks that caption files are WebVTT.</summary>
internal sealed class CaptionFiles : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (
            string path in BlockParts
                .Assets(course)
                .Select(asset => asset.Path)
                .Where(p => p.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase))
                .Distinct()
        )
        {
            if (folder.Size(path) is null or 0) // an empty one is reported with all media
                continue;
            SourceFile? file = folder.Text(path);
            if (file is null)
                bag.Add(
                    CheckingRules.BadCaptions,
                    SourceFile.WithoutText(folder.Display(path)).Start,
                    "the file is not UTF-8 text"
                );
            else if (WebVtt.Read(file, out (int Line, string Reason)? fault) is not null && fault is { } found)
                bag.Add(CheckingRules.BadCaptions, file.At(found.Line, 1, file.Line(found.Line).Length), found.Reason);
        }
    }
}
