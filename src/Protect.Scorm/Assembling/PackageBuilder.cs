using Protect.Scorm.Checking;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;
using Protect.Scorm.Rendering;

namespace Protect.Scorm.Assembling;

/// <summary>Properties that all languages of one package share.</summary>
/// <param name="Source">The folder of the course.</param>
/// <param name="Request">The package, in its first language.</param>
/// <param name="MoreLanguages">Further languages in the package, BCP 47.</param>
/// <param name="ThemeFolder">A folder that replaces files of the theme; null for none.</param>
/// <param name="Booklets">The booklets to make.</param>
/// <param name="FilesOnly">True to make no booklets and no zip.</param>
/// <param name="Artifacts">Results of earlier compilations; null for none.</param>
/// <param name="Earlier">How earlier releases stored a learner's progress.</param>
internal sealed record PackageOrder(
    CourseSource Source,
    EditionRequest Request,
    IReadOnlyList<string> MoreLanguages,
    SourceFolder? ThemeFolder,
    IReadOnlyList<Booklet> Booklets,
    bool FilesOnly,
    Artifacts? Artifacts,
    IReadOnlyList<StateMap> Earlier
)
{
    /// <summary>
    /// All languages of the package with the name of the file of each further one; empty for a single language.
    /// </summary>
    public IReadOnlyList<(string Tag, string? File)> Languages { get; init; } = [];

    /// <summary>True to make the zips of the tools.</summary>
    public bool HasToolbox { get; init; }
}

/// <summary>A booklet next to a package.</summary>
internal sealed record BookletPage(Booklet Kind, PackageFile File);

/// <summary>Files of a package, of its booklets, and of its toolboxes, one per language.</summary>
/// <param name="IsOwn">True for a part of index.html that the compiler wrote.</param>
internal sealed record BuiltPackage(
    Package Package,
    IReadOnlyList<BookletPage> Booklets,
    IReadOnlyList<Toolbox> Toolboxes,
    Func<ActivePart, bool> IsOwn
);

/// <summary>Renders a course in all its languages and collects the files of its package.</summary>
internal static class PackageBuilder
{
    /// <summary>Makes the files of the package; null when something cannot be rendered (reported).</summary>
    /// <param name="course">The course in the first language.</param>
    /// <param name="order">Properties that all languages share.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static BuiltPackage? Build(Course course, PackageOrder order, DiagnosticBag bag)
    {
        if (order.MoreLanguages.Count > 0)
            order = order with
            {
                Languages =
                [
                    (course.Language.Value, null),
                    .. order.MoreLanguages.Select(tag => (tag, (string?)FileNames.ForLanguage(tag).Language)),
                ],
            };
        Theme theme = ThemeOf(course, order, bag);
        ThemeStyle values = theme.Values(course.Organisation, bag);
        SourceFolder folder = LightFolder.For(order.Source.Folder, order.Request.Language, order.Request.Size);
        if (RenderedEdition.Of(course, folder, theme, FileNames.Main, order, bag) is not { } main)
            return null;
        var shell = new CourseShell(course, main.Data, theme, values, order.Earlier, order.MoreLanguages.Count > 0);
        PageFrame frame = shell.Frame() with { Languages = [.. order.Languages.Select(language => language.Tag)] };
        var files = new List<PackageFile> { FirstPage(main, frame, bag) };
        files.AddRange(main.Files(frame));
        files.AddRange(shell.Files());
        var tools = new ToolFiles(theme, values, course.Organisation, order.Request.OrganisationFolder);
        var editions = new List<RenderedEdition> { main };
        foreach (string tag in order.MoreLanguages)
            if (InLanguage(tag, theme, order, bag) is { } edition)
            {
                editions.Add(edition);
                files.AddRange(FilesOfLanguage(edition, frame));
            }
        files.AddRange(editions.SelectMany(tools.InPackage));
        if (course.Organisation?.Logo is { } logo && order.Request.OrganisationFolder is { } organisation)
            files.Add(ToolFiles.OrganisationLogo(logo, organisation));
        files.AddRange(values.Fonts.Select(font => new PackageFile(font.Name, font.Bytes, IsText: false)));
        files.Add(Text(PlayerBundle.ProbeFile, PlayerBundle.ProbeText));
        files.AddRange(LegalFiles.Write(course, PlayerBundle.Notices));
        Package package = PackageAssembly.Complete(
            course,
            [.. files.DistinctBy(file => file.Name)],
            [.. order.MoreLanguages]
        );
        return new BuiltPackage(
            package,
            Booklets(course, package, main, shell, order),
            order.HasToolbox && !order.FilesOnly ? [.. editions.Select(tools.Zip).OfType<Toolbox>()] : [],
            shell.Wrote
        );
    }

    private static PackageFile FirstPage(RenderedEdition main, PageFrame frame, DiagnosticBag bag)
    {
        PackageFile index = Text("index.html", main.Pages.Index(main.Modules, frame).Text);
        if (index.Bytes.Length > PlayingRules.MostIndexBytes)
            bag.Add(
                PlayingRules.FirstPageTooLarge,
                main.Course.Modules[0].Id.Span,
                index.Bytes.Length / 1000,
                PlayingRules.MostIndexBytes / 1000
            );
        return index;
    }

    /// <summary>Reads, checks and renders a further language of the package; null for errors (reported).</summary>
    private static RenderedEdition? InLanguage(string tag, Theme theme, PackageOrder order, DiagnosticBag bag)
    {
        SourceFolder own = LightFolder.For(order.Source.Folder, tag, order.Request.Size);
        if (
            EditionReader.Read(order.Source, order.Request with { Language = tag }, bag) is not { } course
            || bag.HasErrors
        )
            return null;
        CourseChecks.Run(course, own, bag);
        return bag.HasErrors ? null : RenderedEdition.Of(course, own, theme, FileNames.ForLanguage(tag), order, bag);
    }

    private static List<PackageFile> FilesOfLanguage(RenderedEdition edition, PageFrame frame) =>
        [
            .. edition.Files(frame),
            Text(
                edition.Names.Language,
                PlayerData.LanguageScript(
                    edition.Course,
                    Script.Direction(edition.Course.Language.Value),
                    edition.Pages.Body(edition.Modules, frame),
                    edition.Data
                )
            ),
        ];

    private static List<BookletPage> Booklets(
        Course course,
        Package package,
        RenderedEdition main,
        CourseShell shell,
        PackageOrder order
    )
    {
        var booklets = new List<BookletPage>();
        foreach (Booklet booklet in (Booklet[])[Booklet.Facilitator, Booklet.Workbook])
        {
            // Rendered even when not requested, so that errors in a facilitator's guide are reported early.
            if (order.FilesOnly || (!order.Booklets.Contains(booklet) && course.Guide is null))
                continue;
            string name = package.FileName.Replace(
                "-scorm12.zip",
                $"-{booklet.ToString().ToLowerInvariant()}.html",
                StringComparison.Ordinal
            );
            booklets.Add(new(booklet, Text(name, main.Booklets.Render(booklet, shell.BookletFrame()).Text)));
        }
        return booklets;
    }

    private static Theme ThemeOf(Course course, PackageOrder order, DiagnosticBag bag)
    {
        var layers = new List<SourceFolder>();
        if (order.ThemeFolder is { } given)
            layers.Add(given);
        if (course.Theme is { } own)
        {
            SourceFolder layer = order.Source.Folder.Subfolder(own.Value);
            if (layer.Files.Count == 0 && Theme.ShippedTheme(own.Value) is { } shipped)
                layer = shipped;
            if (layer.Files.Count == 0)
                bag.Add(RenderingRules.MissingTheme, own.Span, own.Value, Nearest.Hint(own.Value, ThemeFile.Shipped));
            layers.Add(layer);
        }
        return new Theme(layers, order.Source.Yaml, bag);
    }

    private static PackageFile Text(string name, string text) => PackageFile.OfText(name, text);
}
