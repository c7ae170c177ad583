namespace Protect.Scorm.Diagnostics;

/// <summary>Where something is written: a file, a line and a column (both from 1), and how many characters to underline on that line.</summary>
public sealed record SourceSpan(SourceFile File, int Line, int Column, int Length)
{
    /// <summary>As it stands in messages: <c>course.yaml(3,7)</c>.</summary>
    public override string ToString() => $"{File.Path}({Line},{Column})";

    /// <summary>The part of this span that starts <paramref name="offset"/> characters further on the same line.</summary>
    public SourceSpan Inside(int offset, int length) =>
        this with
        {
            Column = Column + offset,
            Length = Math.Max(1, length),
        };
}

/// <summary>A value that remembers where the author wrote it.</summary>
internal sealed record Located<T>(T Value, SourceSpan Span)
{
    public override string ToString() => Value?.ToString() ?? "";
}
