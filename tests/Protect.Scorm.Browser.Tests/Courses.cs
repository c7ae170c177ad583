using System.Collections.Concurrent;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Packages compiled from the repository's courses, once.</summary>
internal static class Courses
{
    private static readonly ConcurrentDictionary<string, CompileResult> Compiled = new();

    public static CompileResult Of(string id) => Compiled.GetOrAdd(id, static id => Sound(CourseCompiler.Compile(SourceFolder.OnDisk(Repository.At("courses", id), id), new CompileOptions())));

    public static CompileResult In(string id, string language) => Compiled.GetOrAdd($"{id} in {language}",
        _ => Sound(CourseCompiler.Compile(SourceFolder.OnDisk(Repository.At("courses", id), id), new CompileOptions { Language = language })));

    /// <summary>A course with more languages in the same package.</summary>
    public static CompileResult WithLanguages(string id, params string[] more) => Compiled.GetOrAdd($"{id} {string.Join(' ', more)}",
        _ => Sound(CourseCompiler.Compile(SourceFolder.OnDisk(Repository.At("courses", id), id), new CompileOptions { MoreLanguages = more })));

    public static CompileResult Made(Dictionary<string, string> files, SourceFolder? theme = null) =>
        Sound(CourseCompiler.Compile(SourceFolder.InMemory(files.ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetBytes(f.Value))), new CompileOptions { Theme = theme }));

    public static IReadOnlyDictionary<string, byte[]> FilesOf(CompileResult result) => result.Package!.Files.ToDictionary(file => file.Name, file => file.Bytes.ToArray());

    private static CompileResult Sound(CompileResult result) =>
        result.Package is not null ? result : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Select(DiagnosticText.Format)));
}
