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

/// <summary>The front door: read, check, render, pack, inspect. Knows the order of the steps and nothing else.</summary>
public static class CourseCompiler
{
    /// <summary>Compiles the folder of a course. Nothing an author can write makes it throw; faults are diagnostics in the result.</summary>
    public static CompileResult Compile(SourceFolder folder, CompileOptions options)
    {
        var bag = new DiagnosticBag();
        if (options.Language is { } language) folder = new LanguageFolder(folder, language);
        Course? course = EditionReader.Read(folder, options, bag);
        if (course is not null && options.Lms is { } lms) course = course with { Tracking = course.Tracking with { Lms = lms } };
        // Each step sees only what the step before found sound: an author gets no faults that follow from other faults.
        if (course is not null && !bag.HasErrors) CourseChecks.Run(course, folder, bag);
        if (course?.Organisation?.Logo is { } logo && options.Organisation is { } own) LogoFile.Check(logo, own.Folder, bag);
        if (course is null || bag.HasErrors) return new CompileResult { Diagnostics = bag.Sorted };

        IReadOnlyList<StateMap> earlier = EarlierLayouts.Read(course, folder, bag);
        Package? package = Build(course, folder, options, earlier, bag);
        if (package is null || bag.HasErrors) return new CompileResult { Diagnostics = bag.Sorted };
        OutsideRequests.Check(package, bag);
        Silencing.Apply(course, bag);
        if (bag.HasErrors) return new CompileResult { Diagnostics = bag.Sorted };
        return new CompileResult { Package = package, Zip = ZipWriter.Write(package), Facts = FactsOf(course), StateMap = StateMap.Of(course, earlier), Diagnostics = bag.Sorted };
    }

    private static Package? Build(Course course, SourceFolder folder, CompileOptions options, IReadOnlyList<StateMap> earlier, DiagnosticBag bag)
    {
        Theme theme = ThemeOf(course, folder, options, bag);
        UiStrings? strings = UiStrings.Read(theme, course.Language, bag);
        if (strings is null || bag.HasErrors) return null;
        if (PseudoLanguage.All.Contains(course.Language.Value)) strings = Pseudo(strings, course.Language.Value);

        var pages = new PageRenderer(course, folder, theme, strings, bag);
        IReadOnlyList<RenderedModule> modules = pages.Modules();
        IReadOnlyList<BlockKind> kinds = PlayerBundle.KindsOf(course);
        string data = PlayerData.Course(course, strings.Program, earlier);
        bool apart = PlayerData.NeedsFile(data);
        PageFrame Frame() => FrameOf(course, apart ? null : data, PlayerBundle.Program(kinds, course.HasSearch), StyleOf(course, theme, kinds));
        PackageFile Index() => Text("index.html", pages.Index(modules, Frame()).Text);
        PackageFile index = Index();
        if (index.Bytes.Length > PlayingRules.MostIndexBytes && !apart)
        {
            apart = true; // two requests to the first page, but a smaller one
            index = Index();
        }
        PageFrame frame = Frame();
        if (index.Bytes.Length > PlayingRules.MostIndexBytes)
            bag.Add(PlayingRules.FirstPageTooLarge, course.Modules[0].Id.Span, index.Bytes.Length / 1000, PlayingRules.MostIndexBytes / 1000);

        var files = new List<PackageFile> { index, Text("print.html", pages.Print(modules, frame).Text) };
        if (course.Glossary.Count > 0) files.Add(Text("glossary.html", pages.Glossary(frame).Text));
        if (pages.HasResources) files.Add(Text("resources.html", pages.Resources(frame).Text));
        if (course.HasSearch) files.Add(Text(PlayerData.SearchFile, PlayerData.SearchScript(pages.Words)));
        if (apart) files.Add(Text(PlayerData.FileName, PlayerData.CourseScript(data)));
        if (!course.Package.Inline)
        {
            files.Add(Text("player.js", PlayerBundle.Program(kinds, course.HasSearch)));
            files.Add(Text("player.css", StyleOf(course, theme, kinds)));
        }
        files.AddRange(modules.Skip(1).Select(module => Text(
            PlayerData.ModuleFileName(module.Module), PlayerData.ModuleScript(module.Module, module.Pages.Text, pages.HasShortMenu ? module.Menu.Text : null))));
        files.AddRange(BlockParts.Assets(course).Select(asset => asset.Path).Distinct().Where(path => !path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase))
            .Select(path => Media(path, folder.Read(path))));
        if (course.Organisation?.Logo is { } logo && options.Organisation is { } organisation) files.Add(new PackageFile(OrganisationFiles.LogoName(logo), organisation.Folder.Read(logo.Path), IsText: logo.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)));
        files.Add(Text(PlayerBundle.ProbeFile, PlayerBundle.ProbeText));
        files.AddRange(LegalFiles.Write(course, PlayerBundle.Notices));
        return PackageAssembly.Complete(course, files);
    }

    private static string StyleOf(Course course, Theme theme, IReadOnlyList<BlockKind> kinds) =>
        theme.Style(kinds) + (course.Organisation is { } organisation ? OrganisationFiles.Style(organisation) : "");

    private static UiStrings Pseudo(UiStrings strings, string language)
    {
        Dictionary<string, string> Change(IReadOnlyDictionary<string, string> words) => words.ToDictionary(word => word.Key, word => PseudoLanguage.Of(word.Value, isMarkdown: false, language));
        return new UiStrings(Change(strings.Page), Change(strings.Program));
    }

    private static Theme ThemeOf(Course course, SourceFolder folder, CompileOptions options, DiagnosticBag bag)
    {
        var layers = new List<SourceFolder>();
        if (options.Theme is not null) layers.Add(options.Theme);
        if (course.Theme is { } own)
        {
            SourceFolder layer = folder.Below(own.Value);
            if (layer.Files.Count == 0) bag.Add(RenderingRules.MissingTheme, own.Span, own.Value);
            layers.Add(layer);
        }
        return new Theme(layers, bag);
    }

    private static PageFrame FrameOf(Course course, string? data, string program, string style)
    {
        string dataElement = data is null
            ? $"<script src=\"{PlayerData.FileName}\"></script>" : $"<script type=\"application/json\" id=\"course-data\">{data}</script>";
        bool inline = course.Package.Inline;
        return new PageFrame(
            new Html(inline ? $"<style>{style}</style>" : "<link rel=\"stylesheet\" href=\"player.css\">"),
            new Html(dataElement + (inline ? $"<script>{program}</script>" : "<script src=\"player.js\"></script>")),
            PlayerBundle.SecurityPolicy(inline ? program : null, inline ? style : null),
            PlayerBundle.SecurityPolicy(null, inline ? style : null));
    }

    private static PackageFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), IsText: true);

    private static PackageFile Media(string path, byte[] bytes) =>
        new(AssetNames.InPackage(path), bytes, IsText: Path.GetExtension(path).ToLowerInvariant() is ".svg" or ".txt" or ".csv");

    private static CourseFacts FactsOf(Course course) => new()
    {
        Title = course.Title.Value,
        Language = course.Language.Value,
        Pages = course.Pages.Count(),
        Questions = course.Questions.Count(),
        PassMark = course.AssessmentPage is null ? null : course.Tracking.PassMark,
        State = StateBudget.Of(course),
        Target = LmsTargets.Of(course.Tracking.Lms),
        Tracking = course.Tracking,
    };
}
