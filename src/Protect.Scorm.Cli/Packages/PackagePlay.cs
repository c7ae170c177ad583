using System.CommandLine;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Running;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Source of the trace of a package: a browser that plays it, or a file.</summary>
internal sealed class PackagePlay
{
    private readonly string? _chromium;
    private readonly Trace? _trace;

    private PackagePlay(string? chromium, Trace? trace) => (_chromium, _trace) = (chromium, trace);

    /// <summary>Exit code: <see cref="ExitCodes.NoBrowser"/> if a package could not be played.</summary>
    public int Code { get; private set; } = ExitCodes.Success;

    /// <summary>
    /// Chooses the source of the traces. True with null if nothing is to be played; false with an exit code after
    /// printing an error.
    /// </summary>
    public static bool TryChoose(
        ParseResult parsed,
        PackageArguments arguments,
        IReadOnlyList<string> zips,
        out PackagePlay? play,
        out int code
    )
    {
        (play, code) = (null, ExitCodes.WrongArguments);
        if (arguments.Trace(parsed) is { } file)
        {
            if (zips.Count != 1 || arguments.Plays(parsed))
                return Refuse("--trace works for one zip only, and not together with --run.");
            if (!File.Exists(file))
                return Refuse($"There is no file “{file}” (--trace).");
            if (TraceJson.Read(InputFile.Read(file)) is not { } trace)
                return Refuse($"“{file}” was not written by “play --json” (--trace).");
            play = new PackagePlay(null, trace);
        }
        else if (arguments.Plays(parsed))
        {
            code = ExitCodes.NoBrowser;
            if (ChromiumPath.Find(out string why) is not { } chromium)
                return Refuse(why);
            play = new PackagePlay(chromium, null);
        }
        code = ExitCodes.Success;
        return true;
    }

    /// <summary>Plays a package that was just built; null if there is no browser or it cannot be played.</summary>
    public static RunReport? OfBuilt(string path) =>
        ChromiumPath.Find(out _) is { } chromium && new PackagePlay(chromium, null).Trace(path) is { } trace
            ? RunReport.Of(trace, new FindingBag())
            : null;

    /// <summary>Reason why the last package could not be played; null if it was.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Plays a package and returns the trace; null if it cannot be played.</summary>
    public Trace? Trace(string path)
    {
        WhyNot = null;
        if (_trace is not null)
            return _trace;
        try
        {
            // Findings are ignored: other rules report defects of the zip and its manifest.
            using PlayedPackage? package = PlayedPackage.Open(path, new CompileOptions(), []);
            if (package is not null)
                return new Run(_chromium!, package).Everything(CancellationToken.None).GetAwaiter().GetResult();
            Note(path, "it has no SCORM manifest that names a page to open.");
            return null;
        }
        catch (Exception fault) when (fault is DevToolsException or BrowserStartException or TimeoutException)
        {
            Note(path, fault.Message);
            Code = ExitCodes.NoBrowser;
            return null;
        }
    }

    private void Note(string path, string why)
    {
        WhyNot = why;
        Console.Error.WriteLine($"{CourseArguments.Shown(path)} was not played: {why}");
    }

    private static bool Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return false;
    }
}
