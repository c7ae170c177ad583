using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Rendering;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Packages of the repository's courses, each compiled once.</summary>
internal static class Courses
{
    private static readonly ConcurrentDictionary<string, Lazy<CompileResult>> Compiled = new();
    private static readonly ConditionalWeakTable<CompileResult, IReadOnlyDictionary<string, byte[]>> Files = [];

    public static CompileResult Of(string id) => Once(id, id, new CompileOptions());

    public static CompileResult In(string id, string language) =>
        Once($"{id} in {language}", id, new CompileOptions { Language = language });

    /// <summary>Returns a course in a theme that ships with the tool.</summary>
    public static CompileResult InTheme(string id, string theme) =>
        Once($"{id} in {theme}", id, new CompileOptions { Theme = Theme.ShippedTheme(theme) });

    /// <summary>Returns an edition of a course in a language, including texts not translated yet.</summary>
    /// <param name="id">Folder of the course.</param>
    /// <param name="edition">Null for the complete course.</param>
    /// <param name="language">Null for the language of the source.</param>
    public static CompileResult Of(string id, string? edition, string? language) =>
        Once(
            $"{id} {edition} in {language}",
            id,
            new CompileOptions
            {
                Edition = edition,
                Language = language,
                Require = TranslationState.New,
            }
        );

    /// <summary>Returns the package of an edition in a language for a country, as a release has it.</summary>
    /// <param name="id">Folder of the course.</param>
    /// <param name="edition">Null for the complete course.</param>
    /// <param name="language">BCP 47.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static CompileResult For(string id, string? edition, string language, string country) =>
        Once(
            $"{id} {edition} in {language} for {country}",
            id,
            new CompileOptions
            {
                Edition = edition,
                Language = language,
                Country = country,
            }
        );

    /// <summary>Returns a package of a course with several languages.</summary>
    public static CompileResult WithLanguages(string id, params string[] more) =>
        Once($"{id} {string.Join(' ', more)}", id, new CompileOptions { MoreLanguages = more });

    public static CompileResult Made(Dictionary<string, string> files, SourceFolder? theme = null) =>
        Sound(
            CourseCompiler.Compile(
                SourceFolder.InMemory(files.ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetBytes(f.Value))),
                new CompileOptions { Theme = theme }
            )
        );

    public static IReadOnlyDictionary<string, byte[]> FilesOf(CompileResult result) =>
        Files.GetValue(
            result,
            static made => made.Package!.Files.ToDictionary(file => file.Name, file => file.Bytes.ToArray())
        );

    /// <summary>Writes the files of a package into a new temporary folder, and returns the folder.</summary>
    public static string OnDisk(CompileResult result)
    {
        string folder = Directory.CreateTempSubdirectory("protect-scorm-").FullName;
        foreach ((string name, byte[] bytes) in FilesOf(result))
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
        return folder;
    }

    private static CompileResult Once(string name, string id, CompileOptions options) =>
        Compiled
            .GetOrAdd(
                name,
                _ =>
                    new(() =>
                        Sound(CourseCompiler.Compile(SourceFolder.Course(Repository.At("courses", id), id), options))
                    )
            )
            .Value;

    private static CompileResult Sound(CompileResult result) =>
        result.Package is not null
            ? result
            : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Select(DiagnosticText.Format)));
}
