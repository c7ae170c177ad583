using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Cache;

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
            return new PlanResult
            {
                Variants = CacheSerializer.Read(entry, from => from.List(() => ReadVariant(from))),
                Diagnostics = [],
            };
        PlanResult plan = course.Plan(wanted, options);
        if (plan.Variants.Count > 0)
            folder.Keep(key, CacheSerializer.Write(to => to.List(plan.Variants, variant => Write(to, variant))));
        return plan;
    }

    /// <summary>
    /// Finds a package that was built from the same files and is still in the output folder; null if there is none.
    /// </summary>
    public (CachedPackage Package, FileImage Zip)? Find(CourseSession course, CompileOptions options) =>
        folder.Find(KeyOf(course, options)) is { } entry
        && CacheSerializer.Read(entry, CachedPackage.Read) is { } known
        && dist.Zip(known.Written) is { } zip
            ? (known, zip)
            : null;

    /// <summary>Stores a written package, unless a file changed while it was read.</summary>
    public void Keep(CourseSession course, CompileOptions options, CachedPackage package)
    {
        if (!course.Source.Folder.IsTorn)
            folder.Keep(KeyOf(course, options), CacheSerializer.Write(package.Write));
    }

    private static string KeyOf(CourseSession course, CompileOptions options) => "package\n" + course.KeyOf(options);

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
