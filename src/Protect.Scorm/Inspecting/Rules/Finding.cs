using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting;

/// <summary>One thing found in a package. It holds no text of the package but what it quotes, so that thousands can be kept.</summary>
/// <param name="File">The file in the package; empty for the package as a whole.</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 for the file as a whole.</param>
internal sealed record Finding(PackageRule Rule, string File, int Line, int Column, string Message, string Help)
{
    public Severity Severity => Rule.Severity;

    /// <summary>As it is shown: <c>package.zip: imsmanifest.xml(12,5)</c>.</summary>
    public string Place(string package) =>
        (File, Line) switch
        {
            ("", _) => package,
            (_, 0) => $"{package}: {File}",
            _ => $"{package}: {File}({Line},{Column})",
        };
}
