using System.IO.Compression;
using System.Text;
using Protect.Scorm.Inspecting.Checks;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>A small, valid SCORM 1.2 package that a test breaks in one way. Unchanged, it breaks no rule.</summary>
internal sealed class SamplePackage
{
    private readonly List<(string Name, byte[] Bytes, Action<ZipArchiveEntry>? Change)> _entries = [];

    public SamplePackage()
    {
        Add(
            "index.html",
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Fire safety</title><link rel="stylesheet" href="style.css"></head>
            <body><p>Fire safety</p><script src="player.js"></script></body>
            </html>
            """
        );
        Add("style.css", "p { color: black }\n");
        Add(
            "player.js",
            "var api = window.parent.API;\napi.LMSInitialize('');\n"
                + "api.LMSSetValue('cmi.core.lesson_status', 'completed');\napi.LMSCommit('');\n"
                + "addEventListener('pagehide', function () { api.LMSFinish(''); });\n"
        );
        foreach (string schema in Targets.Scorm12Schemas.Files)
            Add(schema, Scorm.Diagnostics.SourceFolder.Embedded("bundle").Read(schema));
    }

    private const string Imscp = "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        Adlcp = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

    /// <summary>Text of imsmanifest.xml; null leaves the file out.</summary>
    public string? Manifest { get; set; } =
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest identifier="M-fire-safety" version="1.0" xmlns="{Imscp}" xmlns:adlcp="{Adlcp}"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="{Imscp} imscp_rootv1p1p2.xsd {Adlcp} adlcp_rootv1p2.xsd">
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
              <organizations default="O-fire-safety">
                <organization identifier="O-fire-safety">
                  <title>Fire safety</title>
                  <item identifier="I-fire-safety" identifierref="R-fire-safety" isvisible="true">
                    <title>Fire safety</title>
                  </item>
                </organization>
              </organizations>
              <resources>
                <resource identifier="R-fire-safety" type="webcontent" adlcp:scormtype="sco" href="index.html">
                  <file href="index.html"/>
                  <file href="style.css"/>
                  <file href="player.js"/>
                </resource>
              </resources>
            </manifest>
            """;

    /// <summary>Bytes of imsmanifest.xml, if they are not its text in UTF-8.</summary>
    public byte[]? ManifestBytes { get; set; }

    /// <summary>Changes the finished zip.</summary>
    public Func<byte[], byte[]> Bend { get; set; } = zip => zip;

    /// <summary>The previous package, which this one replaces; null for none.</summary>
    public SamplePackage? Previous { get; set; }

    public void Add(string name, string text, Action<ZipArchiveEntry>? change = null) =>
        Add(name, Encoding.UTF8.GetBytes(text), change);

    public void Add(string name, byte[] bytes, Action<ZipArchiveEntry>? change = null) =>
        _entries.Add((name, bytes, change));

    /// <summary>Replaces the text of a file.</summary>
    public void Put(string name, string text)
    {
        Remove(name);
        Add(name, text);
    }

    /// <summary>Adds a file and lists it in the manifest.</summary>
    public void AddListed(string name, string text)
    {
        Add(name, text);
        Edit("<file href=\"style.css\"/>", $"<file href=\"style.css\"/><file href=\"{name}\"/>");
    }

    public void Remove(string name) => Assert.Equal(1, _entries.RemoveAll(entry => entry.Name == name));

    /// <summary>Changes the manifest. Fails if it does not contain the old text.</summary>
    public void Edit(string old, string now)
    {
        Assert.Contains(old, Manifest);
        Manifest = Manifest!.Replace(old, now);
    }

    /// <summary>Changes a text file. Fails if it does not contain the old text.</summary>
    public void Edit(string name, string old, string now)
    {
        string text = Encoding.UTF8.GetString(_entries.Single(entry => entry.Name == name).Bytes);
        Assert.Contains(old, text);
        Put(name, text.Replace(old, now));
    }

    public byte[] Zip()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (Manifest is not null)
                Write(zip, InspectedPackage.ManifestName, ManifestBytes ?? Encoding.UTF8.GetBytes(Manifest), null);
            foreach ((string name, byte[] content, Action<ZipArchiveEntry>? change) in _entries)
                Write(zip, name, content, change);
        }
        return Bend(bytes.ToArray());
    }

    public FindingBag Inspect()
    {
        using InspectedPackage? before = Previous is null
            ? null
            : InspectedPackage.Open(new MemoryStream(Previous.Zip()), "before.zip");
        using InspectedPackage package = InspectedPackage.Open(new MemoryStream(Zip()), "sample.zip", before?.Manifest);
        return PackageInspector.Inspect(package);
    }

    private static void Write(ZipArchive zip, string name, byte[] bytes, Action<ZipArchiveEntry>? change)
    {
        ZipArchiveEntry entry = zip.CreateEntry(
            name,
            bytes.Length == 0 || name.EndsWith(".mp4", StringComparison.Ordinal)
                ? CompressionLevel.NoCompression
                : CompressionLevel.Fastest
        );
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        change?.Invoke(entry);
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }
}
