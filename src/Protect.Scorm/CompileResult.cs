using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Targets;

namespace Protect.Scorm;

/// <summary>What came of compiling a course.</summary>
public sealed record CompileResult
{
    /// <summary>Null when the diagnostics hold an error.</summary>
    public Package? Package { get; init; }

    /// <summary>The bytes of the zip; null when there is no package, or only its files were wanted.</summary>
    public byte[]? Zip => _zip ??= Image?.ToArray();

    private byte[]? _zip;
    private readonly FileImage? _image;

    /// <summary>The zip, whose pictures are those of <see cref="Package"/>; null as <see cref="Zip"/> is.</summary>
    internal FileImage? Image
    {
        get => _image;
        init => (_image, _zip) = (value, null);
    }

    /// <summary>What is printed beside the package: a file name and the HTML.</summary>
    public IReadOnlyList<(string FileName, string Text)> Booklets { get; init; } = [];

    /// <summary>Null when there is no package.</summary>
    public CourseFacts? Facts { get; init; }

    /// <summary>What progress means in this release; null when there is no package.</summary>
    public StateMap? StateMap { get; init; }

    /// <summary>What the build can vouch for; null when there is no package.</summary>
    internal Conformance? Conformance { get; init; }

    /// <summary>By file, line and column.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>What a build tells about a package.</summary>
public sealed record CourseFacts
{
    /// <summary>In the language of the package.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>How many pages.</summary>
    public required int Pages { get; init; }

    /// <summary>How many questions, knowledge checks and assessed ones.</summary>
    public required int Questions { get; init; }

    /// <summary>Percent; null when nothing is passed or failed.</summary>
    public int? PassMark { get; init; }

    /// <summary>What a learner's progress takes at most, and where it goes.</summary>
    public required StateBudget State { get; init; }

    /// <summary>The LMS the package is for.</summary>
    public required LmsTarget Target { get; init; }

    /// <summary>Which settings to choose in the LMS, a sentence each.</summary>
    public IReadOnlyList<string> Advice
    {
        get => _advice ?? LmsTargets.Advice(Target, Tracking);
        internal init => _advice = value;
    }

    private readonly IReadOnlyList<string>? _advice;

    /// <summary>How it reports.</summary>
    internal Tracking Tracking { get; init; } = null!;
}
