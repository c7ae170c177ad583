using Protect.Scorm.Assembling;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Playing;
using Protect.Scorm.Reading;
using Protect.Scorm.Reporting;

namespace Protect.Scorm;

/// <summary>
/// A course to plan, compile and review several times. It keeps what it read: each text is read once, whatever the
/// number of packages. Thread-safe.
/// </summary>
/// <example>
/// Every package that the course names:
/// <code>
/// var session = new CourseSession(SourceFolder.OnDisk("course", "course"));
/// foreach (Variant variant in session.Plan(new VariantSelection(), new CompileOptions()).Variants)
///     Console.WriteLine(session.Compile(variant.Options(new CompileOptions())).Package?.FileName);
/// </code>
/// </example>
public sealed class CourseSession
{
    private readonly Artifacts _artifacts = new();
    private volatile CourseSource _source;

    /// <summary>Opens a course; no file is read yet.</summary>
    /// <param name="folder">The folder of the course, on disk or in memory.</param>
    public CourseSession(SourceFolder folder) => _source = new CourseSource(folder);

    /// <summary>The files of the course as they were when they were first read.</summary>
    internal CourseSource Source => _source;

    /// <summary>
    /// Looks at the folder again, because its files may have changed. Unchanged files are not parsed again.
    /// </summary>
    /// <param name="folder">The same folder, opened again.</param>
    public void Refresh(SourceFolder folder) => _source = new CourseSource(folder, _source);

    /// <summary>
    /// Returns the digest of everything that a compilation reads for one package, in hexadecimal.
    /// </summary>
    internal string KeyOf(CompileOptions options)
    {
        string[] languages = [options.Language ?? "", .. options.MoreLanguages];
        return new InputDigest()
            .AddAll(_source.Folder, path => options.Request.Reads(path, languages))
            .AddAll(options.Theme)
            .Add("organisation", OrganisationKey(options))
            .Add("name", NameOf(options))
            .Value.ToString("x32", null);
    }

    /// <summary>Describes a package in one line, whatever the files contain.</summary>
    internal static string NameOf(CompileOptions options) =>
        $"{options.Request} {string.Join(',', options.MoreLanguages)} {string.Join(',', options.Booklets)} "
        + $"{(options.Toolbox ? "toolbox " : "")}{options.Theme?.DisplayPath}";

    // Only the file and its logo: the folder may be anybody's folder of documents.
    private string OrganisationKey(CompileOptions options)
    {
        if (options.Organisation is not { } own)
            return "";
        string logo =
            CountryReader
                .ReadOrganisation(
                    _source.Yaml,
                    own.Folder,
                    own.File,
                    CourseReader.Declare(_source.Written)?.CountryNeeds,
                    new DiagnosticBag()
                )
                ?.Logo
                is { } picture
            && own.Folder.Exists(picture.Path)
                ? own.Folder.Digest(picture.Path)
                : "";
        return $"{own.Folder.Digest(own.File)} {logo}";
    }

    /// <summary>Returns the digest of everything that a plan reads, in hexadecimal.</summary>
    internal string KeyOf(VariantSelection wanted, CompileOptions options) =>
        new InputDigest()
            .AddAll(
                _source.Folder,
                path =>
                    path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".xlf", StringComparison.Ordinal)
            )
            .Add("request", options.Request.ToString())
            .Add("selection", wanted.ToString())
            .Value.ToString("x32", null);

    /// <summary>Lists the packages of the course.</summary>
    /// <param name="wanted">The packages to list.</param>
    /// <param name="options">How they will be compiled; decides what counts as ready.</param>
    public PlanResult Plan(VariantSelection wanted, CompileOptions options)
    {
        var bag = new DiagnosticBag();
        IReadOnlyList<Variant> variants = BuildPlan.Create(_source, wanted, options, bag) ?? [];
        return new PlanResult { Variants = variants, Diagnostics = bag.Sorted };
    }

    /// <summary>
    /// Compiles one package. Errors of the author never throw: they are diagnostics in the result.
    /// </summary>
    /// <param name="options">Language, country, edition, size and other options of the package.</param>
    /// <returns>The package, or the diagnostics that prevented it.</returns>
    public CompileResult Compile(CompileOptions options) => Compile(options, _artifacts);

    /// <param name="options">Language, country, edition, size and other options of the package.</param>
    /// <param name="artifacts">Results of earlier compilations of the same package; null to keep nothing.</param>
    internal CompileResult Compile(CompileOptions options, Artifacts? artifacts) =>
        CourseCompiler.Compile(_source, options, artifacts);

    /// <summary>
    /// Returns the layouts of an edition as the course is now: without a country, and with each one.
    /// </summary>
    internal IReadOnlyList<string> Layouts(string? edition) =>
        [
            .. _source
                .Folder.Files.Where(file => file.StartsWith("countries/", StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension)
                .Prepend(null)
                .Select(country => new CompileOptions { Edition = edition, Country = country })
                .Select(options => EditionReader.Read(_source, options.Request, new DiagnosticBag()))
                .OfType<Course>()
                .Select(StateHash.Of)
                .Distinct(),
        ];

    /// <summary>Writes the checklist of what people must still review before a release.</summary>
    public ReviewResult Review()
    {
        var bag = new DiagnosticBag();
        string? markdown = CourseReview.Write(_source, bag);
        return new ReviewResult { Markdown = markdown, Diagnostics = bag.Sorted };
    }
}

/// <summary>The packages of a course, or the diagnostics of a course that cannot be read.</summary>
public sealed record PlanResult
{
    /// <summary>The packages in an order that depends on the arguments only; empty when there is an error.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>All diagnostics, ordered by file, line and column.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>The review checklist, or the diagnostics of a course that cannot be read.</summary>
public sealed record ReviewResult
{
    /// <summary>The checklist; null when there is an error. The same folder always gives the same text.</summary>
    public string? Markdown { get; init; }

    /// <summary>All diagnostics, ordered by file, line and column.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}
