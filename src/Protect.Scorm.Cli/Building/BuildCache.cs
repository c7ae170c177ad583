using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Building;

/// <summary>
/// Results of earlier builds: the plan of a course, and what is known about a package. The key of an entry is a digest
/// of every file and option that the result depends on, and the version of the tool.
/// </summary>
internal sealed class BuildCache(CacheFolder folder, DistFolder dist)
{
    /// <summary>Compiles a package with the results of its last build, and keeps those of this one.</summary>
    public CompileResult Compile(CourseSession course, CompileOptions options)
    {
        string key = $"artifacts\n{course.Source.Folder.DisplayPath}\n{CourseSession.NameOf(options)}";
        Artifacts artifacts = folder.Find(key) is { } known ? Artifacts.Read(known) : new Artifacts();
        CompileResult result = course.Compile(options, artifacts);
        if (result.Image is not null && artifacts.HasChanged)
            folder.Keep(key, artifacts.Write());
        return result;
    }

    /// <summary>Returns the plan of a course that can be read.</summary>
    public PlanResult Plan(CourseSession course, VariantSelection wanted, CompileOptions options)
    {
        string key = "plan\n" + course.KeyOf(wanted, options);
        if (folder.Find(key) is { } entry)
            return new PlanResult { Variants = Read(entry, CacheJson.Unescaped.Plan), Diagnostics = [] };
        PlanResult plan = course.Plan(wanted, options);
        if (plan.Variants.Count > 0)
            folder.Keep(key, JsonSerializer.SerializeToUtf8Bytes(plan.Variants, CacheJson.Unescaped.Plan));
        return plan;
    }

    /// <summary>
    /// Finds a package that was built from the same files and is still in the output folder; null if there is none.
    /// </summary>
    public (CachedPackage Package, FileImage Zip)? Find(CourseSession course, CompileOptions options) =>
        folder.Find(KeyOf(course, options)) is { } entry
        && Read(entry, CacheJson.Unescaped.CachedPackage) is var known
        && dist.Zip(known.Written) is { } zip
            ? (known, zip)
            : null;

    /// <summary>Stores a written package, unless a file changed while it was read.</summary>
    public void Keep(CourseSession course, CompileOptions options, CachedPackage package)
    {
        if (!course.Source.Folder.IsTorn)
            folder.Keep(
                KeyOf(course, options),
                JsonSerializer.SerializeToUtf8Bytes(package, CacheJson.Unescaped.CachedPackage)
            );
    }

    private static string KeyOf(CourseSession course, CompileOptions options) => "package\n" + course.KeyOf(options);

    private static T Read<T>(ReadOnlyMemory<byte> entry, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(entry.Span, type)!;
}
