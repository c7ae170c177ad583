using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Package of any tool, played as it is.</summary>
internal sealed class ZipItem : WorkspaceItem
{
    /// <summary>Authoring tools, recognised by a file that packages of other tools do not contain.</summary>
    private static readonly (string Maker, Func<string, bool> Sign)[] Makers =
    [
        ("Articulate Rise", file => file.StartsWith("scormcontent/", StringComparison.Ordinal)),
        ("Articulate Storyline", file => file.StartsWith("story_content/", StringComparison.Ordinal)),
        ("Adobe Captivate", file => file == "assets/js/CPM.js"),
        ("Adapt", file => file == "adapt/js/adapt.min.js"),
        ("Lectora", file => file.EndsWith("trivantis.js", StringComparison.Ordinal)),
        ("Xerte", file => file.EndsWith("/xenith.js", StringComparison.Ordinal)),
        (
            "eXeLearning",
            file =>
                file.EndsWith("exe_export.js", StringComparison.Ordinal)
                || file.EndsWith("common_i18n.js", StringComparison.Ordinal)
        ),
    ];

    /// <summary>Opens and inspects a package.</summary>
    /// <param name="id">Id in the workspace.</param>
    /// <param name="name">Path as typed, or name of the uploaded file.</param>
    /// <param name="bytes">The zip; stays open.</param>
    /// <param name="path">Full path; null for an uploaded file.</param>
    public ZipItem(string id, string name, Stream bytes, string? path = null)
        : base(id, name, path)
    {
        Bytes = bytes.Length;
        var bag = new DiagnosticBag();
        if (
            PackageZip.Open(bytes, name, bag) is { } zip
            && zip.Read("imsmanifest.xml", bag) is { } manifest
            && LaunchFile.Of(manifest) is { } launch
        )
        {
            Now = new Played(
                launch.Title.Length == 0 ? name : launch.Title,
                launch.Href,
                file => zip.Read(file, new DiagnosticBag())
            );
            IReadOnlyList<string> files = zip.Files;
            Maker =
                manifest.AsSpan().IndexOf("protect-scorm"u8) >= 0
                    ? "protect-scorm"
                    : Makers.FirstOrDefault(maker => files.Any(maker.Sign)).Maker;
        }
        Findings = bag.Sorted;
    }

    /// <summary>Size of the zip in bytes.</summary>
    public long Bytes { get; }

    /// <summary>Authoring tool; null if it is not recognised.</summary>
    public string? Maker { get; }

    public override Played? Now { get; }

    public override int Version => Now is null ? 0 : 1;

    public override IReadOnlyList<Diagnostic> Findings { get; }
}
