using System.Text;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Verdicts;
using Protect.Scorm.Targets;
using Protect.Scorm.Tests.Inspecting.Cases;
using Xunit.Abstractions;

namespace Protect.Scorm.Tests.Inspecting;

/// <summary>
/// Random damage to zips, manifests, metadata, pages, styles, scripts and pictures (<see cref="FuzzRuns"/>).
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Usual = 2000;

    private static readonly string[] Scraps =
    [
        "<",
        ">",
        "&",
        "\"",
        "</item>",
        "<item>",
        "<item identifier=\"x\"",
        "<!DOCTYPE a [",
        "<!ENTITY a \"b\">",
        "&a;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?x?>",
        "xmlns=\"urn:x\"",
        "xml:base=\"../\"",
        "href=\"%\"",
        "href=\"../../x\"",
        "href=\"http://x/%zz\"",
        "identifierref=\"\"",
        "\0",
        "\uFFFE",
        "\uD800",
        "<title/>",
        "<resource/>",
        "<manifest>",
        new string('<', 200),
        string.Concat(Enumerable.Repeat("<a>", 150)),
        new string('x', 5000),
    ];

    [Fact(DisplayName = "A check of any damaged zip, manifest or content ends soon, with findings and without a crash")]
    public void Accidents()
    {
        byte[] zip = new SamplePackage().Zip();
        int refused = 0;
        FuzzRuns runs = FuzzRuns.Of(
            "packages",
            2000,
            random =>
            {
                int which = random.Next(6);
                byte[] bad =
                    which < 3 ? Bend(zip, random)
                    : which == 5 ? WithContent(random)
                    : WithManifest(random);
                if (Inspect(bad).Errors > 0)
                    refused++;
            }
        );
        output.WriteLine(
            $"{runs.Runs} runs, 0 crashes, {refused} with errors, slowest {runs.Slowest.TotalMilliseconds:0.0} ms"
                + $" (run {runs.SlowestRun})"
        );
        Assert.True(refused > runs.Runs / 4, "The damage is too harmless to prove anything.");
        Assert.True(runs.Slowest < TimeSpan.FromSeconds(20), $"Run {runs.SlowestRun} took {runs.Slowest}.");
    }

    private static PackageReport Inspect(byte[] bytes)
    {
        using InspectedPackage package = InspectedPackage.Open(new MemoryStream(bytes), "fuzz.zip");
        return PackageReport.Of(package, PackageInspector.Inspect(package), LmsTargets.All);
    }

    /// <summary>
    /// Changes, cuts or doubles bytes, half the time in the central directory, where a change matters most.
    /// </summary>
    private static byte[] Bend(byte[] zip, Random random)
    {
        byte[] bad = [.. zip];
        int directory = bad.AsSpan().IndexOf("PK\x01\x02"u8);
        for (int n = random.Next(1, 8); n > 0; n--)
        {
            int at = random.Next(2) == 0 ? random.Next(bad.Length) : random.Next(directory, bad.Length);
            bad[at] = random.Next(4) switch
            {
                0 => 0,
                1 => 0xFF,
                _ => (byte)random.Next(256),
            };
        }
        if (random.Next(8) == 0)
            bad = bad[..random.Next(bad.Length)];
        if (random.Next(8) == 0)
            bad = [.. bad, .. bad.AsSpan(random.Next(bad.Length))];
        return bad;
    }

    private static byte[] WithManifest(Random random)
    {
        var package = new SamplePackage();
        if (random.Next(2) == 0)
            ContentSeeds.Describe(package);
        var text = new StringBuilder(package.Manifest);
        for (int n = random.Next(1, 6); n > 0; n--)
        {
            int at = random.Next(text.Length);
            if (random.Next(2) == 0)
                text.Insert(at, Scraps[random.Next(Scraps.Length)]);
            else
                text.Remove(at, Math.Min(random.Next(1, 60), text.Length - at));
        }
        package.Manifest = text.ToString();
        return package.Zip();
    }

    private static byte[] WithContent(Random random)
    {
        var package = new SamplePackage();
        foreach ((string name, string text) in ContentSeeds.All)
            package.AddListed(name, ContentSeeds.Changed(text, random));
        return package.Zip();
    }
}
