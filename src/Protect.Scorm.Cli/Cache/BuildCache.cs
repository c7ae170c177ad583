using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Cache;

/// <summary>
/// Results of earlier builds: the plan of a course, and what is known about a package. An entry also records every read
/// from the folders of the course, the theme and the organisation; it is used only if these are unchanged. The cache
/// key contains the options and the version of the tool.
/// </summary>
internal sealed class BuildCache(CacheFolder folder, DistFolder dist)
{
    /// <summary>Returns the cached plan if its files are unchanged; otherwise plans and stores the result.</summary>
    public IReadOnlyList<Variant>? Plan(
        SourceFolder course,
        VariantSelection wanted,
        CompileOptions options,
        DiagnosticBag bag
    )
    {
        string key =
            $"plan\n{course.DisplayPath}\n{TextOf(options)}\n{wanted}\n{Join(wanted.Languages)}\n"
            + $"{Join(wanted.Countries)}\n{Join(wanted.Lms)}\n{Join(wanted.Editions)}\n"
            + Join(wanted.Sizes.Select(size => size.ToString()));
        if (
            folder.Find(key) is { } entry
            && CacheSerializer.Read<IReadOnlyList<Variant>?>(
                entry,
                from => AreUnchanged(from, course, options) ? from.List(() => ReadVariant(from)) : null
            )
                is { } known
        )
            return known;
        var inputs = new Inputs(course, options);
        IReadOnlyList<Variant>? variants = BuildPlan.Create(inputs.Course, wanted, inputs.Options, bag);
        if (variants is not null && inputs.Records is { } records)
            folder.Keep(
                key,
                CacheSerializer.Write(to =>
                {
                    Write(to, records);
                    to.List(variants, variant => Write(to, variant));
                })
            );
        return variants;
    }

    /// <summary>
    /// Finds a package that was built from the same files and is still in the output folder; null if there is none.
    /// </summary>
    public (CachedPackage Package, FileImage Zip)? Find(SourceFolder course, CompileOptions options)
    {
        CachedPackage? known = folder.Find(KeyOf(course, options)) is { } entry
            ? CacheSerializer.Read(entry, from => AreUnchanged(from, course, options) ? CachedPackage.Read(from) : null)
            : null;
        return known is not null && dist.Zip(known.Written) is { } zip ? (known, zip) : null;
    }

    /// <summary>
    /// Compiles and records the files read. Store the result with <see cref="Keep"/> once it is written.
    /// </summary>
    /// <param name="course">Folder of the course.</param>
    /// <param name="options">Options of the compilation.</param>
    /// <param name="keepsModules">
    /// False if the run builds so many packages that their modules would evict each other from the cache.
    /// </param>
    public (CompileResult Result, Inputs Inputs) Compile(SourceFolder course, CompileOptions options, bool keepsModules)
    {
        var inputs = new Inputs(course, options);
        return (
            CourseCompiler.Compile(
                inputs.Course,
                inputs.Options with
                {
                    Modules = keepsModules ? new ModuleCache(folder) : null,
                }
            ),
            inputs
        );
    }

    /// <summary>Stores a written package, unless a file changed while it was read.</summary>
    public void Keep(SourceFolder course, CompileOptions options, Inputs inputs, CachedPackage package)
    {
        if (inputs.Records is { } records)
            folder.Keep(
                KeyOf(course, options),
                CacheSerializer.Write(to =>
                {
                    Write(to, records);
                    package.Write(to);
                })
            );
    }

    /// <summary>Folders that a compilation reads, each recording its reads.</summary>
    internal sealed class Inputs
    {
        private readonly RecordingFolder _course;
        private readonly RecordingFolder? _theme,
            _organisation;

        public Inputs(SourceFolder course, CompileOptions options)
        {
            _course = new RecordingFolder(course);
            _theme = options.Theme is { } theme ? new RecordingFolder(theme) : null;
            _organisation = options.Organisation is { } own ? new RecordingFolder(own.Folder) : null;
            Options = options with
            {
                Theme = _theme,
                Organisation = _organisation is null ? null : (_organisation, options.Organisation!.Value.File),
            };
        }

        public SourceFolder Course => _course;

        public CompileOptions Options { get; }

        /// <summary>Reads from course, theme and organisation; null if a file changed while it was read.</summary>
        public IReadOnlyList<(string, string)>[]? Records =>
            _course.Records is { } course
            && (_theme is null ? [] : _theme.Records) is { } theme
            && (_organisation is null ? [] : _organisation.Records) is { } own
                ? [course, theme, own]
                : null;
    }

    private static void Write(BinaryWriter to, IReadOnlyList<(string, string)>[] records)
    {
        foreach (IReadOnlyList<(string, string)> some in records)
            to.Pairs([.. some]);
    }

    private static bool AreUnchanged(BinaryReader from, SourceFolder course, CompileOptions options)
    {
        (string, string)[] ofCourse = from.Pairs(),
            ofTheme = from.Pairs(),
            ofOrganisation = from.Pairs();
        return IsUnchanged(course, ofCourse)
            && IsUnchanged(options.Theme, ofTheme)
            && IsUnchanged(options.Organisation?.Folder, ofOrganisation);

        static bool IsUnchanged(SourceFolder? folder, (string, string)[] records) =>
            folder is null ? records.Length == 0 : RecordingFolder.IsUnchanged(folder, records);
    }

    private static string KeyOf(SourceFolder course, CompileOptions options) =>
        $"package\n{course.DisplayPath}\n{TextOf(options)}";

    /// <summary>
    /// Returns all options as text. The text of the record covers single values; lists and folders are added here.
    /// </summary>
    private static string TextOf(CompileOptions options) =>
        $"{options with { Theme = null, Organisation = null, Cache = null }}\n{Join(options.MoreLanguages)}\n"
        + $"{Join(options.Booklets.Select(booklet => booklet.ToString()))}\n{options.Theme?.DisplayPath}\n"
        + $"{options.Organisation?.Folder.DisplayPath}\n{options.Organisation?.File}";

    private static string Join(IEnumerable<string>? words) => words is null ? "all" : $"[{string.Join(',', words)}]";

    private static void Write(BinaryWriter to, Variant variant)
    {
        to.Write(variant.Language);
        to.Maybe(variant.Country);
        to.Maybe(variant.Lms);
        to.Write(variant.State);
        to.Write(variant.IsReady);
        to.Maybe(variant.Edition);
        to.Write((int)variant.Size);
        to.List(variant.MoreLanguages, to.Write);
    }

    private static Variant ReadVariant(BinaryReader from) =>
        new(from.ReadString(), from.Maybe(), from.Maybe(), from.ReadString(), from.ReadBoolean())
        {
            Edition = from.Maybe(),
            Size = (PackageSize)from.ReadInt32(),
            MoreLanguages = from.List(from.ReadString),
        };
}
