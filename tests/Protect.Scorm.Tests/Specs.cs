using System.Text;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>Runs the folders of tests/specs: <c>course/</c> in, <c>expected/</c> out. Each is compiled twice and must give the same bytes.</summary>
public sealed class Specs
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Repository.At("tests", "specs"), "course", SearchOption.AllDirectories)
        .Select(folder => Path.GetRelativePath(Repository.At("tests", "specs"), Path.GetDirectoryName(folder)!).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory(DisplayName = "Spec")]
    [MemberData(nameof(Cases))]
    public void Runs(string spec)
    {
        string folder = Repository.At("tests", "specs", spec);
        CompileResult result = Compile(folder), again = Compile(folder);
        string expected = Path.Combine(folder, "expected");
        Assert.Equal(result.Zip, again.Zip);
        string[] parts = result.Package is null ? ["diagnostics.txt"] : ["diagnostics.txt", "files.txt", "manifest.xml", "outline.txt"];
        Assert.Multiple([.. parts.Select(part => (Action)(() => Repository.Same(Path.Combine(expected, part), Part(part, result))))]);
    }

    private static string Part(string name, CompileResult result) => name switch
    {
        "diagnostics.txt" => string.Join("\n", result.Diagnostics.Select(DiagnosticText.Format)),
        "files.txt" => FileList(result.Package!),
        "manifest.xml" => TextOf(result.Package!, "imsmanifest.xml"),
        _ => Outline.Of(result.Package!),
    };

    private static CompileResult Compile(string folder)
    {
        string theme = Path.Combine(folder, "theme");
        return CourseCompiler.Compile(SourceFolder.OnDisk(Path.Combine(folder, "course"), "course"),
            new CompileOptions { Theme = Directory.Exists(theme) ? SourceFolder.OnDisk(theme, "theme") : null });
    }

    private static string FileList(Package package) => string.Concat(package.Files.Select(file => file.Name).Order(StringComparer.Ordinal).Select(name => name + "\n"));

    public static string TextOf(Package package, string name) => Encoding.UTF8.GetString(package.Files.Single(file => file.Name == name).Bytes.Span);
}
