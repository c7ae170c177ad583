using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Inspecting.Rules;

/// <summary>
/// Finding in a package. It contains no text of the package except its quotations, so that thousands can be kept.
/// </summary>
/// <param name="File">File in the package; empty for a finding about the package.</param>
/// <param name="Line">Line from 1; 0 for a finding about the file.</param>
/// <param name="Column">Column from 1, in UTF-16 units; 0 for a finding about the file.</param>
internal sealed record Finding(PackageRule Rule, string File, int Line, int Column, string Message, string Help)
{
    public Severity Severity => Rule.Severity;

    /// <summary>Subject for a verdict, such as a missing file in words; empty when the rule names none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Part of the package that stops working.</summary>
    public Affects Affects { get; init; }

    /// <summary>Place in the package: <c>imsmanifest.xml(12,5)</c>; empty for a finding about the package.</summary>
    public string Where => Line > 0 && File.Length > 0 ? $"{File}({Line},{Column})" : File;

    /// <summary>Formats the place: <c>package.zip: imsmanifest.xml(12,5)</c>.</summary>
    public string Place(string package) => Where.Length > 0 ? $"{package}: {Where}" : package;
}
