namespace Protect.Scorm.Diagnostics;

/// <summary>Position in a source file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Length">Number of characters to underline on that line.</param>
public sealed record SourceSpan(SourceFile File, int Line, int Column, int Length)
{
    /// <summary>Returns the position as messages show it: <c>course.yaml(3,7)</c>.</summary>
    public override string ToString() => $"{File.Path}({Line},{Column})";

    /// <summary>
    /// Returns the part of this span that starts <paramref name="offset"/> characters further on the line.
    /// </summary>
    public SourceSpan Inside(int offset, int length) =>
        this with
        {
            Column = Column + offset,
            Length = Math.Max(1, length),
        };
}

/// <summary>A value with the position at which the author wrote it.</summary>
internal sealed record Located<T>(T Value, SourceSpan Span)
{
    public override string ToString() => Value?.ToString() ?? "";
}
