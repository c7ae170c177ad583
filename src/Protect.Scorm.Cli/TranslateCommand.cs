using System.CommandLine;
using System.Globalization;
using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Building;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Packaging;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Cli;

/// <summary>Command <c>protect-scorm translate</c>: exports texts for translators and imports translations.</summary>
internal static class TranslateCommand
{
    private static readonly Argument<string> Folder = new("course folder") { Description = "Folder of the course." };

    private static readonly Option<string[]> Languages = new("--language")
    {
        Description = "Languages, such as “pl” or “pl fr”; by default every language in languages/.",
        HelpName = "tag",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create() =>
        new("translate", "Exports texts for translators, imports translations, and reports what is left to do.")
        {
            Export(),
            Import(),
            Status(),
            Terms(),
            Pseudo(),
        };

    private static Command Export()
    {
        var format = new Option<string>("--format")
        {
            Description = "Format of the file. xliff is what languages/ and most translation tools use.",
            DefaultValueFactory = _ => "xliff",
        };
        var output = new Option<string?>("--out")
        {
            Description = "File to write instead of the one in languages/ of the course.",
            HelpName = "file",
        };
        var changed = new Option<bool>("--changed")
        {
            Description = "Only new texts and those whose source changed, with the old text; needs --out.",
        };
        format.AcceptOnlyFromAmong("xliff", "po");
        var command = new Command("export", "Writes all texts of the course, with the existing translations.")
        {
            Folder,
            Languages,
            format,
            changed,
            output,
        };
        command.SetAction(arguments =>
        {
            bool po = arguments.GetValue(format) == "po",
                onlyChanged = arguments.GetValue(changed);
            string? file = arguments.GetValue(output);
            if (po && file is null)
                return Refuse("Name the PO file with --out; languages/ of a course holds XLIFF files only.");
            if (onlyChanged && file is null)
                return Refuse("Name the file with --out; languages/ of a course holds all texts.");
            if (file is not null && (arguments.GetValue(Languages) ?? []).Length > 1)
                return Refuse("--out names one file: export one language at a time.");
            return ForEach(
                arguments,
                mayBeNew: true,
                (folder, translation) =>
                {
                    string path = file ?? Path.Combine(folder, CourseTranslation.PathOf(translation.Target));
                    TranslationFile texts = onlyChanged ? translation.Changed : translation.File;
                    WriteFile(path, po ? PoFile.Write(texts) : XliffFile.Write(texts, "course.yaml"));
                    Console.Out.WriteLine($"{Shown(path)}  {Line(translation)}");
                    return true;
                }
            );
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "Translated file, .xlf or .po." };
        var by = new Option<string?>("--reviewed-by")
        {
            Description = "Person who reviewed the texts that the file marks as final.",
            HelpName = "name",
        };
        var command = new Command(
            "import",
            "Imports translations, text by text, and lists each refused text with the reason."
        )
        {
            Folder,
            file,
            by,
        };
        command.SetAction(arguments =>
        {
            string folder = arguments.GetValue(Folder)!,
                path = arguments.GetValue(file)!;
            if (!Directory.Exists(folder))
                return Refuse($"There is no folder “{folder}”.");
            if (!File.Exists(path))
                return Refuse($"There is no file “{path}”.");
            if (SourceFile.Decode(InputFile.Read(path), out _) is not { } text)
                return Refuse($"“{path}” is not UTF-8 text.");
            string? review = arguments.GetValue(by) is { } name
                ? $"{name}, {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                : null;
            return Import(folder, new SourceFile(Shown(path), text), review);
        });
        return command;
    }

    private static int Import(string folder, SourceFile file, string? review)
    {
        var bag = new DiagnosticBag();
        TranslationFile? edited = file.Path.EndsWith(".po", StringComparison.OrdinalIgnoreCase)
            ? PoFile.Read(file, bag)
            : XliffFile.Read(file, bag);
        if (edited is null || bag.HasErrors || edited.Target.Length == 0)
            return Stop(bag, edited is { Target: "" } ? "The file names no target language." : null);
        if (
            CourseTranslation.Read(new CourseSource(Disk(folder)), edited.Target, bag, mayBeNew: true)
            is not { } current
        )
            return Stop(bag, null);
        if (edited.Source.Length > 0 && edited.Source != current.Source)
            return Stop(
                bag,
                $"The file translates from “{edited.Source}”, but the course is written in “{current.Source}”."
            );
        (Translation result, int accepted, int unchanged, int refused) = CourseTranslation.Import(
            current,
            edited,
            review,
            bag
        );
        Print(bag);
        string path = Path.Combine(folder, CourseTranslation.PathOf(edited.Target));
        if (accepted > 0)
            WriteFile(path, XliffFile.Write(result.File, "course.yaml"));
        Console.Out.WriteLine(
            $"{Shown(path)}: {accepted} imported, {unchanged} unchanged, {refused} refused.  {Line(result)}"
        );
        return refused > 0 ? ExitCodes.CourseHasErrors : ExitCodes.Success;
    }

    private static Command Status()
    {
        var command = new Command("status", "Reports how complete each translation is.") { Folder, Languages };
        command.SetAction(arguments =>
            ForEach(
                arguments,
                mayBeNew: false,
                (_, translation) =>
                {
                    Console.Out.WriteLine($"{translation.Target}  {Line(translation)}");
                    foreach (
                        TranslationUnit unit in translation
                            .File.Units.Where(unit => unit.State < TranslationState.Translated)
                            .Take(10)
                    )
                        Console.Out.WriteLine(
                            $"    {(unit.State == TranslationState.New ? "new  " : "stale")} {unit.Id}"
                        );
                    return true;
                }
            )
        );
        return command;
    }

    private static Command Terms()
    {
        var command = new Command(
            "terms",
            "Checks the term list of each translation: lists texts that lack the word of the glossary."
        )
        {
            Folder,
            Languages,
        };
        command.SetAction(arguments =>
            ForEach(
                arguments,
                mayBeNew: false,
                (_, translation) =>
                {
                    TermReport.Print(translation);
                    return true;
                }
            )
        );
        return command;
    }

    private static Command Pseudo()
    {
        var output = new Option<string>("--out")
        {
            Description = "Folder for the packages.",
            HelpName = "folder",
            DefaultValueFactory = _ => "dist",
        };
        var command = new Command(
            "pseudo",
            "Builds two pseudo-translations to test the layout: longer texts with accents, and right-to-left text."
        )
        {
            Folder,
            output,
        };
        command.SetAction(arguments =>
        {
            if (!Directory.Exists(arguments.GetValue(Folder)!))
                return Refuse($"There is no folder “{arguments.GetValue(Folder)}”.");
            var written = new DistFolder(arguments.GetValue(output)!);
            var course = new CourseSession(Disk(arguments.GetValue(Folder)!));
            foreach (string language in PseudoLanguage.All)
            {
                CompileResult result = course.Compile(new CompileOptions { Language = language });
                foreach (Diagnostic finding in result.Diagnostics.Where(finding => finding.IsError))
                    Console.Error.WriteLine(DiagnosticText.Format(finding));
                if (result.Package is null)
                    return ExitCodes.CourseHasErrors;
                written.Write(result, CancellationToken.None);
                Console.Out.WriteLine(written.PathOf(result.Package!.FileName));
            }
            written.WriteChecksums(CancellationToken.None);
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Applies an action to the named languages, or to all languages of the course if none is named.</summary>
    private static int ForEach(ParseResult arguments, bool mayBeNew, Func<string, Translation, bool> use)
    {
        string folder = arguments.GetValue(Folder)!;
        if (!Directory.Exists(folder))
            return Refuse($"There is no folder “{folder}”.");
        var source = new CourseSource(Disk(folder));
        string[] wanted = arguments.GetValue(Languages) ?? [];
        IReadOnlyList<string> languages = wanted.Length > 0 ? wanted : CourseTranslation.Languages(source.Folder);
        if (languages.Count == 0)
            return Refuse("The course has no translation yet. Name a language, such as --language pl.");
        if (
            languages.FirstOrDefault(tag => !tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) is
            { } odd
        )
            return Refuse($"“{odd}” is not a language tag, such as pl or pt-BR.");
        foreach (string language in languages)
        {
            var bag = new DiagnosticBag();
            if (CourseTranslation.Read(source, language, bag, mayBeNew) is not { } translation)
                return Stop(bag, null);
            translation.Check(bag);
            Print(bag);
            if (!use(folder, translation))
                return ExitCodes.CourseHasErrors;
        }
        return ExitCodes.Success;
    }

    private static string Line(Translation translation)
    {
        TranslationCounts counts = translation.Counts;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Total} texts: {counts.Reviewed} reviewed, {counts.Translated} translated, "
                + $"{counts.Stale} stale, {counts.New} new"
        );
    }

    private static SourceFolder Disk(string folder) => SourceFolder.Course(folder, Shown(folder));

    private static string Shown(string path) => CourseArguments.Shown(path);

    // Writes a temporary file and moves it, so that an interruption never leaves a half-written file.
    private static void WriteFile(string path, string text)
    {
        InputFile.Refuse(path);
        TemporaryFile.Write(path, new FileImage(Encoding.UTF8.GetBytes(text)));
    }

    private static void Print(DiagnosticBag bag)
    {
        foreach (Diagnostic finding in bag.Sorted)
            Console.Error.WriteLine(DiagnosticText.Format(finding));
    }

    private static int Stop(DiagnosticBag bag, string? why)
    {
        Print(bag);
        if (why is not null)
            Console.Error.WriteLine(why);
        return ExitCodes.CourseHasErrors;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}
