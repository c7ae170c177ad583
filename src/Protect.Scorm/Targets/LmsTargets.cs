using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>The targets, LMSs that packages can be built for: one file of src/targets each.</summary>
public static class LmsTargets
{
    internal const string Any = "any";

    // The files are read when the first target is needed.
    private static readonly Lazy<IReadOnlyList<LmsTarget>> Known = new(ReadFiles);

    /// <summary>All targets; the first is <see cref="Default"/>.</summary>
    public static IReadOnlyList<LmsTarget> All => Known.Value;

    /// <summary>The target “any”: values that are safe for every LMS that follows the standard.</summary>
    public static LmsTarget Default => All[0];

    /// <summary>Returns the target with this id; <see cref="Default"/> for an unknown id.</summary>
    public static LmsTarget ById(string id) => All.FirstOrDefault(target => target.Id == id) ?? Default;

    /// <summary>Returns the settings to choose in the target; for “any”, those of every LMS that needs one.</summary>
    internal static IReadOnlyList<string> Advice(LmsTarget target, Tracking tracking) =>
        [
            .. (target.IsAny ? All : [target])
                .Select(row => row.Advice.FirstOrDefault(advice => advice.When.AllHold(row.Adapt(tracking)))?.Text)
                .OfType<string>(),
        ];

    /// <summary>Creates the list of targets: “any” first, with the traits of all others.</summary>
    internal static IReadOnlyList<LmsTarget> Ordered(IEnumerable<LmsTarget> targets)
    {
        LmsTarget[] all =
        [
            .. targets
                .OrderBy(target => !target.IsAny)
                .ThenBy(target => target.Order)
                .ThenBy(target => target.Id, StringComparer.Ordinal),
        ];
        all[0] = all[0] with { TraitsOfOthers = [.. all[1..].SelectMany(target => target.Traits)] };
        return all;
    }

    private static IReadOnlyList<LmsTarget> ReadFiles()
    {
        var bag = new DiagnosticBag();
        IEnumerable<LmsTarget> read = TargetFiles.Read(SourceFolder.Embedded("targets"), bag);
        // A property of the runtime's configuration, set by tests: a folder with more targets.
        if (AppContext.GetData("Protect.Scorm.MoreTargets") is string more)
            read = [.. read, .. TargetFiles.Read(SourceFolder.OnDisk(more, more), bag)];
        return bag.HasErrors
            ? throw new InvalidOperationException(string.Concat(bag.Sorted.Select(DiagnosticText.Format)))
            : Ordered(read);
    }
}
