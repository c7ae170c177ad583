using System.Xml;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>Collects the references and scripts of an SVG.</summary>
internal static class VectorScanner
{
    public static void Read(SourceFile file, ContentNotes notes)
    {
        try
        {
            foreach (SvgPart part in SvgParts.Read(file.Text))
                One(part, file.LineStart(part.Line) + part.Column - 1, notes);
        }
        catch (XmlException)
        {
            notes.Uses |= ScriptUse.Unreadable;
        }
    }

    private static void One(SvgPart part, int offset, ContentNotes notes)
    {
        if (part.Kind == SvgPartKind.Element && part.Element.Equals("script", StringComparison.OrdinalIgnoreCase))
            notes.Note(TraitKind.InlineScript, "script", offset);
        else if (part.Kind == SvgPartKind.Handler)
            notes.Note(TraitKind.InlineHandler, part.Name, offset);
        else if (part.Kind == SvgPartKind.Link)
            notes.Refer(
                part.Element == "a" ? ReferenceKind.Link : ReferenceKind.Loads,
                part.Value,
                offset,
                part.Element
            );
        else if (part.Kind == SvgPartKind.Words && part.Element == "script")
            ScriptScanner.Read(part.Value, offset, notes);
        else if (
            part.Kind == SvgPartKind.Words
            && (part.Element == "style" || part.Value.Contains("url(", StringComparison.OrdinalIgnoreCase))
        )
            StyleScanner.Read(part.Value, offset, notes);
    }
}
