using System.CommandLine;
using Protect.Scorm.Cli.Chromium;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Inspecting;

namespace Protect.Scorm.Cli.Packages;

/// <summary>Where the trace of a package comes from: a browser that plays it, or a file.</summary>
internal sealed class PackagePlay
{
    private readonly string? _chromium;
    private readonly Trace? _trace;

    private PackagePlay(string? chromium, Trace? trace) => (_chromium, _trace) = (chromium, trace);

    /// <summary>How the command ends because of what could not be played.</summary>
    public int Code { get; private set; } = ExitCodes.Success;

    /// <summary>False, with a code, after saying what is wrong; true with null when nothing is to be played.</summary>
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
                return Refuse("--trace is for one package, and instead of --run.");
            if (!File.Exists(file))
                return Refuse($"There is no file “{file}” (--trace).");
            if (TraceJson.Read(File.ReadAllBytes(file)) is not { } trace)
                return Refuse($"“{file}” is not what “play --json” writes (--trace).");
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

    /// <summary>For a package that was just built: played when there is a browser, null when there is none or it cannot.</summary>
    public static RunReport? OfBuilt(string path) =>
        ChromiumPath.Find(out _) is { } chromium && new PackagePlay(chromium, null).Trace(path) is { } trace
            ? RunReport.Of(trace, new FindingBag())
            : null;

    /// <summary>What happened when it was played; null, said, when it cannot be played.</summary>
    public Trace? Trace(string path)
    {
        if (_trace is not null)
            return _trace;
        try
        {
            // What is wrong with the zip or its manifest is told by other rules.
            using PlayedPackage? package = PlayedPackage.Open(path, new CompileOptions(), []);
            return package is null
                ? null
                : new Run(_chromium!, package).Everything(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (DevToolsException fault)
        {
            Console.Error.WriteLine($"{CourseArguments.Shown(path)} was not played: {fault.Message}");
            Code = ExitCodes.NoBrowser;
            return null;
        }
    }

    private static bool Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return false;
    }
}
