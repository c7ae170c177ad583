using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Tests;

/// <summary>
/// Compiles each folder of tests/specs twice: <c>course/</c> is the input, <c>expected/</c> the output. Both runs must
/// give the same bytes.
/// </summary>
public sealed class Specs
{
    public static TheoryData<string> Cases =>
        [
            .. Directory
                .EnumerateDirectories(Repository.At("tests", "specs"), "course", SearchOption.AllDirectories)
                .Select(folder =>
                    Path.GetRelativePath(Repository.At("tests", "specs"), Path.GetDirectoryName(folder)!)
                        .Replace('\\', '/')
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory(DisplayName = "A folder of tests/specs compiles to its expected output")]
    [MemberData(nameof(Cases))]
    public void Runs(string spec)
    {
        string folder = Repository.At("tests", "specs", spec);
        CompileResult result = Compile(folder),
            again = Compile(folder);
        string expected = Path.Combine(folder, "expected");
        Assert.Equal(result.Zip, again.Zip);
        string[] parts = result.Package is null
            ? ["diagnostics.txt"]
            :
            [
                "diagnostics.txt",
                "files.txt",
                "manifest.xml",
                "outline.txt",
                .. result.Booklets.Select(booklet => BookletPart(booklet.FileName)),
            ];
        Assert.Multiple([
            .. parts.Select(part => (Action)(() => Repository.Same(Path.Combine(expected, part), Part(part, result)))),
        ]);
    }

    private static string Part(string name, CompileResult result) =>
        name switch
        {
            "diagnostics.txt" => string.Join("\n", result.Diagnostics.Select(DiagnosticText.Format)),
            "files.txt" => FileList(result.Package!),
            "manifest.xml" => TextOf(result.Package!, "imsmanifest.xml"),
            "outline.txt" => Outline.Of(result.Package!),
            _ => Outline.Of(result.Booklets.Single(booklet => BookletPart(booklet.FileName) == name).Html),
        };

    // spec-en-1.0.0-workbook.html: workbook.txt
    private static string BookletPart(string file) => $"{Path.GetFileNameWithoutExtension(file).Split('-')[^1]}.txt";

    private static CompileResult Compile(string folder)
    {
        string theme = Path.Combine(folder, "theme");
        return CourseCompiler.Compile(
            SourceFolder.Course(Path.Combine(folder, "course"), "course"),
            Options(folder) with
            {
                Theme = Directory.Exists(theme) ? SourceFolder.OnDisk(theme, "theme") : null,
            }
        );
    }

    /// <summary>
    /// Reads <c>options.txt</c>, one option per line: edition, size, language, more, country, pass-mark, require,
    /// release, organisation, booklets.
    /// </summary>
    private static CompileOptions Options(string folder)
    {
        string file = Path.Combine(folder, "options.txt");
        var options = new CompileOptions();
        foreach (
            string[] line in File.Exists(file)
                ? File.ReadAllLines(file).Where(line => line.Length > 0).Select(line => line.Split(": "))
                : []
        )
        {
            options = line[0] switch
            {
                "edition" => options with { Edition = line[1] },
                "size" => options with { Size = Enum.Parse<PackageSize>(line[1], ignoreCase: true) },
                "language" => options with { Language = line[1] },
                "more" => options with { MoreLanguages = line[1].Split(' ') },
                "country" => options with { Country = line[1] },
                "require" => options with { Require = Enum.Parse<TranslationState>(line[1], ignoreCase: true) },
                "pass-mark" => options with { PassMark = int.Parse(line[1]) },
                "release" => options with { ReleaseDate = DateOnly.ParseExact(line[1], "yyyy-MM-dd") },
                "booklets" => options with { Booklets = [.. line[1].Split(' ').Select(Enum.Parse<Rendering.Booklet>)] },
                "organisation" => options with
                {
                    Organisation = new OrganisationSource(
                        SourceFolder.OnDisk(Path.Combine(folder, Path.GetDirectoryName(line[1])!), "org"),
                        Path.GetFileName(line[1])
                    ),
                },
                var other => throw new InvalidDataException($"options.txt: {other}"),
            };
        }
        return options;
    }

    private static string FileList(Package package) =>
        string.Concat(
            package.Files.Select(file => file.Name).Order(StringComparer.Ordinal).Select(name => name + "\n")
        );

    public static string TextOf(Package package, string name) =>
        Encoding.UTF8.GetString(package.Files.Single(file => file.Name == name).Bytes.Span);
}
