using System.Xml;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks that SVG pictures contain no scripts and load no other files.</summary>
internal sealed class SvgFiles : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        foreach (
            string path in BlockParts
                .Assets(course)
                .Select(asset => asset.Path)
                .Where(p => p.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
                .Distinct()
        )
        {
            if (folder.Size(path) is null or 0) // an empty one is reported with all media
                continue;
            SourceFile? file = folder.Text(path);
            if (MediaKind.Mismatch(path, folder.Read(path)) is not null)
                continue;
            if (file is null)
                bag.Add(
                    CheckingRules.BrokenSvg,
                    SourceFile.WithoutText(folder.Display(path)).Start,
                    "it is not UTF-8 text."
                );
            else
                CheckOne(file, bag);
        }
    }

    internal static void CheckOne(SourceFile file, DiagnosticBag bag)
    {
        try
        {
            foreach (SvgPart part in SvgParts.Read(file.Text))
            {
                if (Unsafe(part) is { } what)
                    bag.Add(CheckingRules.UnsafeSvg, file.At(part.Line, part.Column, part.Length), what);
            }
        }
        catch (XmlException e)
        {
            bag.Add(
                CheckingRules.BrokenSvg,
                file.At(Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)),
                e.Message
            );
        }
    }

    private static string? Unsafe(SvgPart part) =>
        part.Kind switch
        {
            SvgPartKind.Element => $"a <{part.Name}> element",
            SvgPartKind.Handler => $"a script in “{part.Name}”",
            SvgPartKind.Instruction => "a processing instruction",
            SvgPartKind.Link when part.Value.Trim() is var value && !value.StartsWith('#') && !IsInlinePicture(value) =>
                $"a link to “{value}”",
            _ => FetchesByStyle(part.Value) ? "a style that fetches another file" : null,
        };

    private static bool IsInlinePicture(string value) =>
        value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
        && !value.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase);

    private static bool FetchesByStyle(string value)
    {
        string dense = string.Concat(value.Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\'')))
            .ToLowerInvariant();
        if (dense.Contains("@import") || dense.Contains("expression(") || dense.Contains("javascript:"))
            return true;
        for (
            int at = dense.IndexOf("url(", StringComparison.Ordinal);
            at >= 0;
            at = dense.IndexOf("url(", at + 4, StringComparison.Ordinal)
        )
        {
            if (!dense.AsSpan(at + 4).StartsWith("#") && !dense.AsSpan(at + 4).StartsWith("data:image/"))
                return true;
        }
        return dense.Contains('\\') && dense.Contains('(');
    }
}
