using System.Text;
using Protect.Scorm.Checking;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;
using Protect.Scorm.Targets;
using Protect.Scorm.Translating;

namespace Protect.Scorm;

/// <summary>Entry point of the library: runs the steps read, check, render, pack and inspect in order.</summary>
public static class CourseCompiler
{
    /// <summary>
    /// Compiles a course. Errors of the author never throw: they are diagnostics in the result.
    /// </summary>
    /// <param name="folder">The folder of the course, on disk or in memory.</param>
    /// <param name="options">Language, country, edition, size and other options of the package.</param>
    /// <returns>The package, or the diagnostics that prevented it.</returns>
    /// <example>
    /// <code>
    /// CompileResult result = CourseCompiler.Compile(SourceFolder.OnDisk("course", "course"), new CompileOptions());
    /// foreach (Diagnostic diagnostic in result.Diagnostics)
    ///     Console.Error.WriteLine(DiagnosticText.Format(diagnostic));
    /// if (result.Zip is { } zip)
    ///     File.WriteAllBytes(result.Package!.FileName, zip);
    /// </code>
    /// </example>
    public static CompileResult Compile(SourceFolder folder, CompileOptions options)
    {
        var bag = new DiagnosticBag();
        if (options.Cache is { } memory)
            folder = memory.Begin(folder);
        SourceFolder root = folder;
        folder = LightFolder.For(root, options.Language, options.Size);
        Course? course = EditionReader.Read(folder, options, bag);
        if (course is not null && options.Lms is { } lms)
            course = course with { Tracking = course.Tracking with { Lms = lms } };
        // A step runs only when the step before found no error, so that one mistake does not cause a series of
        // diagnostics.
        if (course is not null && !bag.HasErrors)
            CourseChecks.Run(course, folder, bag);
        if (course?.Organisation?.Logo is { } logo && options.Organisation is { } own)
            LogoFile.Check(logo, own.Folder, bag);
        if (course is null || bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };

        IReadOnlyList<StateMap> earlier = EarlierLayouts.Read(course, folder, bag);
        Package? package = Build(course, root, folder, options, earlier, out CourseShell shell, out var booklets, bag);
        if (package is null || bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };
        OutsideRequests.Check(package, booklets.Select(booklet => booklet.File), shell.Wrote, bag);
        if (bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };
        FileImage? zip = options.FilesOnly ? null : ZipWriter.Write(package);
        if (zip is not null)
            Budget.Check(course, package, zip, bag);
        (PackageReport Report, IReadOnlyList<OwnException> Exceptions)? inspected = zip is null
            ? null
            : OwnPackage.Check(course, package, zip.Open(), bag);
        Suppression.Apply(course, bag);
        if (bag.HasErrors)
            return new CompileResult { Diagnostics = bag.Sorted };
        return new CompileResult
        {
            Package = package,
            Image = zip,
            Summary = SummaryOf(course),
            StateMap = StateMap.Of(course, earlier),
            Booklets =
            [
                .. booklets
                    .Where(booklet => options.Booklets.Contains(booklet.Kind))
                    .Select(booklet => (booklet.File.Name, Encoding.UTF8.GetString(booklet.File.Bytes.Span))),
            ],
            Conformance = inspected is { } held ? Conformance.Of(course, package, held.Report, held.Exceptions) : null,
            Diagnostics = bag.Sorted,
        };
    }

    private static Package? Build(
        Course course,
        SourceFolder root,
        SourceFolder folder,
        CompileOptions options,
        IReadOnlyList<StateMap> earlier,
        out CourseShell shell,
        out List<(Booklet Kind, PackageFile File)> booklets,
        DiagnosticBag bag
    )
    {
        booklets = [];
        Theme theme = ThemeOf(course, folder, options, bag);
        shell = new CourseShell(course, theme, earlier, options.MoreLanguages.Count > 0);
        (string, string?)[] languages =
            options.MoreLanguages.Count == 0
                ? []
                :
                [
                    (course.Language.Value, null),
                    .. options.MoreLanguages.Select(tag => (tag, (string?)FileNames.ForLanguage(tag).Language)),
                ];
        string[] tags = [.. languages.Select(language => language.Item1)];
        if (RenderedEdition.Of(course, folder, theme, FileNames.Main, earlier, languages, options, bag) is not { } main)
            return null;
        bool apart = PlayerData.NeedsFile(main.Data);
        CourseShell own = shell;
        PageFrame Frame() => own.Frame(apart ? null : main.Data) with { Languages = tags };
        PackageFile Index() => Text("index.html", main.Pages.Index(main.Modules, Frame()).Text);
        PackageFile index = Index();
        if (index.Bytes.Length > PlayingRules.MostIndexBytes && !apart)
        {
            apart = true; // one more request, but a smaller first page
            index = Index();
        }
        PageFrame frame = Frame();
        if (index.Bytes.Length > PlayingRules.MostIndexBytes)
            bag.Add(
                PlayingRules.FirstPageTooLarge,
                course.Modules[0].Id.Span,
                index.Bytes.Length / 1000,
                PlayingRules.MostIndexBytes / 1000
            );

        var files = new List<PackageFile> { index };
        files.AddRange(main.Files(frame));
        if (apart)
            files.Add(Text(PlayerData.FileName, PlayerData.CourseScript(main.Data)));
        files.AddRange(shell.Files());
        foreach (string tag in options.MoreLanguages)
        {
            if (RenderLanguage(tag, root, theme, options, earlier, languages, bag) is not { } other)
                continue;
            files.AddRange(other.Files(frame));
            files.Add(
                Text(
                    other.Names.Language,
                    PlayerData.LanguageScript(
                        other.Course,
                        other.Pages.Direction,
                        other.Pages.Body(other.Modules, frame),
                        other.Data
                    )
                )
            );
        }
        if (course.Organisation?.Logo is { } logo && options.Organisation is { } organisation)
            files.Add(
                new PackageFile(
                    OrganisationFiles.LogoName(logo),
                    organisation.Folder.Read(logo.Path),
                    IsText: logo.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
                )
            );
        files.Add(Text(PlayerBundle.ProbeFile, PlayerBundle.ProbeText));
        files.AddRange(LegalFiles.Write(course, PlayerBundle.Notices));
        Package package = PackageAssembly.Complete(
            course,
            [.. files.DistinctBy(file => file.Name)],
            [.. options.MoreLanguages]
        );
        foreach (Booklet booklet in (Booklet[])[Booklet.Facilitator, Booklet.Workbook])
        {
            // Rendered even when not requested, so that errors in a facilitator's guide are reported early.
            if (options.FilesOnly || (!options.Booklets.Contains(booklet) && course.Guide is null))
                continue;
            string name = package.FileName.Replace(
                "-scorm12.zip",
                $"-{booklet.ToString().ToLowerInvariant()}.html",
                StringComparison.Ordinal
            );
            booklets.Add((booklet, Text(name, main.Pages.Print(booklet, shell.BookletFrame()).Text)));
        }
        return package;
    }

    /// <summary>Reads, checks and renders a further language of the package.</summary>
    private static RenderedEdition? RenderLanguage(
        string tag,
        SourceFolder root,
        Theme theme,
        CompileOptions options,
        IReadOnlyList<StateMap> earlier,
        IReadOnlyList<(string, string?)> languages,
        DiagnosticBag bag
    )
    {
        SourceFolder own = LightFolder.For(root, tag, options.Size);
        if (EditionReader.Read(own, options with { Language = tag }, bag) is not { } course || bag.HasErrors)
            return null;
        CourseChecks.Run(course, own, bag);
        return bag.HasErrors
            ? null
            : RenderedEdition.Of(course, own, theme, FileNames.ForLanguage(tag), earlier, languages, options, bag);
    }

    private static Theme ThemeOf(Course course, SourceFolder folder, CompileOptions options, DiagnosticBag bag)
    {
        var layers = new List<SourceFolder>();
        if (options.Theme is not null)
            layers.Add(options.Theme);
        if (course.Theme is { } own)
        {
            SourceFolder layer = folder.Subfolder(own.Value);
            if (layer.Files.Count == 0)
                bag.Add(RenderingRules.MissingTheme, own.Span, own.Value);
            layers.Add(layer);
        }
        return new Theme(layers, bag);
    }

    private static PackageFile Text(string name, string text) => PackageFile.OfText(name, text);

    private static PackageSummary SummaryOf(Course course) =>
        new()
        {
            Title = course.Title.Value,
            Language = course.Language.Value,
            Pages = course.Pages.Count(),
            Questions = course.Questions.Count(),
            PassMark = course.AssessmentPage is null ? null : course.Tracking.PassMark,
            State = StateBudget.Of(course),
            Target = LmsTargets.ById(course.Tracking.Lms),
            Tracking = course.Tracking,
        };
}
