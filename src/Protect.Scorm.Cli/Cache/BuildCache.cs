using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Cache;

/// <summary>
/// What earlier builds found and made. Two kinds of entries: the plan of a course, and a package. Each holds what its making asked of the folders of the course, the theme
/// and the organisation, and is taken when they answer the same today; the key holds the options and the tool itself.
/// </summary>
internal sealed class BuildCache(CacheFolder folder, DistFolder dist)
{
    /// <summary>The plan as it was made of the same files, or made now.</summary>
    public IReadOnlyList<Variant>? Plan(
        SourceFolder course,
        VariantSelection wanted,
        CompileOptions options,
        DiagnosticBag bag
    )
    {
        string key =
            $"plan\n{course.DisplayPath}\n{TextOf(options)}\n{wanted}\n{Join(wanted.Languages)}\n{Join(wanted.Countries)}\n{Join(wanted.Lms)}\n{Join(wanted.Editions)}\n{Join(wanted.Sizes.Select(size => size.ToString()))}";
        if (
            folder.Find(key) is { } entry
            && Entries.Read<IReadOnlyList<Variant>?>(
                entry,
                from => AnswerAlike(from, course, options) ? from.List(() => ReadVariant(from)) : null
            )
                is { } known
        )
            return known;
        var noted = new Noted(course, options);
        IReadOnlyList<Variant>? variants = BuildPlan.Create(noted.Course, wanted, noted.Options, bag);
        if (variants is not null && noted.Notes is { } notes)
            folder.Keep(
                key,
                Entries.Write(to =>
                {
                    Write(to, notes);
                    to.List(variants, variant => Write(to, variant));
                })
            );
        return variants;
    }

    /// <summary>A package that was made of the same files and still stands where it was written; null when there is none.</summary>
    public (KnownPackage Package, FileImage Zip)? Find(SourceFolder course, CompileOptions options)
    {
        KnownPackage? known = folder.Find(KeyOf(course, options)) is { } entry
            ? Entries.Read(entry, from => AnswerAlike(from, course, options) ? KnownPackage.Read(from) : null)
            : null;
        return known is not null && dist.Zip(known.Written) is { } zip ? (known, zip) : null;
    }

    /// <summary>Compiles and notes what was asked; the result is kept with <see cref="Keep"/> once it is written.</summary>
    /// <param name="course">The folder of the course.</param>
    /// <param name="options">How it is compiled.</param>
    /// <param name="keepsModules">False where a run makes so many packages that their modules would push each other out.</param>
    public (CompileResult Result, Noted Noted) Compile(SourceFolder course, CompileOptions options, bool keepsModules)
    {
        var noted = new Noted(course, options);
        return (
            CourseCompiler.Compile(
                noted.Course,
                noted.Options with
                {
                    Modules = keepsModules ? new KeptModules(folder) : null,
                }
            ),
            noted
        );
    }

    public void Keep(SourceFolder course, CompileOptions options, Noted noted, KnownPackage package)
    {
        if (noted.Notes is { } notes)
            folder.Keep(
                KeyOf(course, options),
                Entries.Write(to =>
                {
                    Write(to, notes);
                    package.Write(to);
                })
            );
    }

    /// <summary>The folders a compilation reads, each noting what it is asked.</summary>
    internal sealed class Noted
    {
        private readonly NotedFolder _course;
        private readonly NotedFolder? _theme,
            _organisation;

        public Noted(SourceFolder course, CompileOptions options)
        {
            _course = new NotedFolder(course);
            _theme = options.Theme is { } theme ? new NotedFolder(theme) : null;
            _organisation = options.Organisation is { } own ? new NotedFolder(own.Folder) : null;
            Options = options with
            {
                Theme = _theme,
                Organisation = _organisation is null ? null : (_organisation, options.Organisation!.Value.File),
            };
        }

        public SourceFolder Course => _course;

        public CompileOptions Options { get; }

        /// <summary>Null where a file changed while it was read.</summary>
        public IReadOnlyList<(string, string)>[]? Notes =>
            _course.Notes is { } course
            && (_theme is null ? [] : _theme.Notes) is { } theme
            && (_organisation is null ? [] : _organisation.Notes) is { } own
                ? [course, theme, own]
                : null;
    }

    private static void Write(BinaryWriter to, IReadOnlyList<(string, string)>[] notes)
    {
        foreach (IReadOnlyList<(string, string)> some in notes)
            to.Pairs([.. some]);
    }

    private static bool AnswerAlike(BinaryReader from, SourceFolder course, CompileOptions options)
    {
        (string, string)[] ofCourse = from.Pairs(),
            ofTheme = from.Pairs(),
            ofOrganisation = from.Pairs();
        return Alike(course, ofCourse)
            && Alike(options.Theme, ofTheme)
            && Alike(options.Organisation?.Folder, ofOrganisation);

        static bool Alike(SourceFolder? folder, (string, string)[] notes) =>
            folder is null ? notes.Length == 0 : NotedFolder.AnswersAlike(folder, notes);
    }

    private static string KeyOf(SourceFolder course, CompileOptions options) =>
        $"package\n{course.DisplayPath}\n{TextOf(options)}";

    /// <summary>All options: the record's own text has those that are one value, lists and folders are told apart here.</summary>
    private static string TextOf(CompileOptions options) =>
        $"{options with { Theme = null, Organisation = null, Cache = null }}\n{Join(options.MoreLanguages)}\n{Join(options.Booklets.Select(booklet => booklet.ToString()))}\n{options.Theme?.DisplayPath}\n{options.Organisation?.Folder.DisplayPath}\n{options.Organisation?.File}";

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
