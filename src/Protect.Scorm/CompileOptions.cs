using Protect.Scorm.Diagnostics;

namespace Protect.Scorm;

/// <summary>How to compile. Everything that is not here comes from the course.</summary>
public sealed record CompileOptions
{
    /// <summary>A folder whose files replace those of the course's and the built-in theme one by one; null for none.</summary>
    public SourceFolder? Theme { get; init; }

    /// <summary>The id of an <see cref="Targets.LmsTarget"/> that stands for the course's own <c>tracking.lms</c>; null leaves it.</summary>
    public string? Lms { get; init; }
}
