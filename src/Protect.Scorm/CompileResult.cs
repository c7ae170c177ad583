using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Reporting;
using Protect.Scorm.Targets;

namespace Protect.Scorm;

/// <summary>Result of a compilation: the package, or the diagnostics that prevented it.</summary>
public sealed record CompileResult
{
    /// <summary>The package; null when there is an error among the diagnostics.</summary>
    public Package? Package { get; init; }

    /// <summary>
    /// The bytes of the zip; null when there is no package, or with <see cref="CompileOptions.FilesOnly"/>.
    /// </summary>
    public byte[]? Zip => _zip ??= Image?.ToArray();

    private byte[]? _zip;
    private readonly FileImage? _image;

    /// <summary>
    /// The zip, sharing the bytes of stored files with <see cref="Package"/>; null when <see cref="Zip"/> is.
    /// </summary>
    internal FileImage? Image
    {
        get => _image;
        init => (_image, _zip) = (value, null);
    }

    /// <summary>The printable booklets that <see cref="CompileOptions.Booklets"/> requested, as HTML.</summary>
    public IReadOnlyList<BookletFile> Booklets { get; init; } = [];

    /// <summary>
    /// The zips of tools that <see cref="CompileOptions.Toolbox"/> requested, one per language; empty for a course
    /// without tools.
    /// </summary>
    public IReadOnlyList<ToolboxFile> Toolboxes { get; init; } = [];

    /// <summary>Figures about the package for reports; null when there is no package.</summary>
    public PackageSummary? Summary { get; init; }

    /// <summary>How this release encodes a learner's progress; null when there is no package.</summary>
    public StateMap? StateMap { get; init; }

    /// <summary>The conformance report of the package; null when there is no zip.</summary>
    internal Conformance? Conformance { get; init; }

    /// <summary>Digests of the zip and of the files inside it; null when there is no zip.</summary>
    internal PackageSums? Sums { get; init; }

    /// <summary>All diagnostics, ordered by file, line and column.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>A printable booklet next to a package.</summary>
/// <param name="FileName">The name of the file, without a folder.</param>
/// <param name="Html">The whole page.</param>
public sealed record BookletFile(string FileName, string Html);

/// <summary>A zip of tools to print and fill in, next to a package.</summary>
public sealed record ToolboxFile
{
    private byte[]? _zip;

    internal ToolboxFile(string fileName, FileImage image, PackageSums sums) =>
        (FileName, Image, Sums) = (fileName, image, sums);

    /// <summary>The name of the file, without a folder.</summary>
    public string FileName { get; }

    /// <summary>The bytes of the zip.</summary>
    public byte[] Zip => _zip ??= Image.ToArray();

    internal FileImage Image { get; }

    /// <summary>Digests of the zip and of the files inside it.</summary>
    internal PackageSums Sums { get; }
}

/// <summary>Figures about a package, as build reports show them.</summary>
public sealed record PackageSummary
{
    /// <summary>The title of the course in the language of the package.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the language the package opens in.</summary>
    public required string Language { get; init; }

    /// <summary>Number of pages.</summary>
    public required int Pages { get; init; }

    /// <summary>Number of questions: knowledge checks and assessment questions.</summary>
    public required int Questions { get; init; }

    /// <summary>Duration in minutes, as written or estimated.</summary>
    public required int Minutes { get; init; }

    /// <summary>Estimated minutes of each module, in course order.</summary>
    public required IReadOnlyList<ModuleDuration> Durations { get; init; }

    /// <summary>Percent needed to pass; null without an assessment.</summary>
    public int? PassMark { get; init; }

    /// <summary>The largest size of a learner's suspend data, by module and question.</summary>
    public required StateBudget State { get; init; }

    /// <summary>The LMS the package is built for.</summary>
    public required LmsTarget Target { get; init; }

    /// <summary>The settings to choose in the LMS, one sentence per setting.</summary>
    public IReadOnlyList<string> Advice
    {
        get => _advice ?? LmsTargets.Advice(Target, Tracking);
        internal init => _advice = value;
    }

    private readonly IReadOnlyList<string>? _advice;

    /// <summary>How the package reports to the LMS.</summary>
    internal Tracking Tracking { get; init; } = null!;
}

/// <summary>Duration of a module.</summary>
/// <param name="Id">The id of the module.</param>
/// <param name="Minutes">Minutes, as written or estimated.</param>
/// <param name="Estimate">Estimated minutes.</param>
public sealed record ModuleDuration(string Id, int Minutes, int Estimate);
