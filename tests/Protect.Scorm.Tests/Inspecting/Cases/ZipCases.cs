using System.Text;
using static Protect.Scorm.Tests.Inspecting.Cases.ZipBytes;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Cases of the Z rules.</summary>
internal static class ZipCases
{
    public static readonly IReadOnlyList<RuleCase> All =
    [
        new(
            "Z01",
            "no zip",
            p => p.Bend = _ => Encoding.ASCII.GetBytes("<html>not a zip</html>"),
            Says: "it is not a zip"
        ),
        new("Z01", "nothing", p => p.Bend = _ => [], Says: "empty"),
        new("Z01", "cut short", p => p.Bend = zip => zip[..(zip.Length / 2)], Says: "cut short"),
        new(
            "Z01",
            "too much after its end to find it",
            p => p.Bend = zip => [.. zip, .. new byte[70_000]],
            Says: "70000 bytes follow"
        ),
        new("Z01", "a few bytes after its end", p => p.Bend = zip => [.. zip, .. new byte[100]], Fires: false),
        new(
            "Z26",
            "a few bytes after its end",
            p => p.Bend = zip => [.. zip, .. new byte[100]],
            Says: "100 bytes follow"
        ),
        new("Z26", "something in front", p => p.Bend = zip => [.. new byte[64], .. zip], Says: "64 bytes precede"),
        new("Z26", "a comment", p => p.Bend = zip => [.. End(20, 5)(zip), .. "hello"u8], Fires: false),
        new("Z01", "a comment is no garbage", p => p.Bend = zip => [.. End(20, 5)(zip), .. "hello"u8], Fires: false),
        new("Z01", "wrong checksum", p => p.Bend = Central32("player.js", 16, 7), Says: "another size or checksum"),
        new(
            "Z01",
            "damaged data",
            p => p.Bend = zip => Changed(zip, Header(zip, "player.js") + 30 + 9 + 20, [0xFF, 0xFF, 0xFF]),
            Says: "player.js"
        ),
        new(
            "Z01",
            "its own header has another name",
            p => p.Bend = zip => Changed(zip, Header(zip, "player.js") + 30, "q"u8.ToArray()),
            Says: "calls it “qlayer.js”"
        ),
        new("Z01", "no header there", p => p.Bend = Central32("player.js", 42, 12), Says: "no header"),
        new(
            "Z01",
            "data that overlap",
            p =>
                p.Bend = zip =>
                    Central32("player.js", 42, BitConverter.ToUInt32(zip, Record(zip, "style.css") + 42))(zip),
            Says: "style.css"
        ),
        new(
            "Z01",
            "another number of entries",
            p => p.Bend = End(8, 3).Then(End(10, 3)),
            Says: "its end says 3 entries"
        ),
        new("Z02", "no manifest", p => p.Manifest = null, Says: "sample.zip: Error"),
        new(
            "Z02",
            "manifests in two folders",
            p =>
            {
                p.Manifest = null;
                p.Add("a/imsmanifest.xml", "x");
                p.Add("b/imsmanifest.xml", "x");
            },
            Says: "but 2 in its folders"
        ),
        new(
            "Z02",
            "a cmi5 package needs none",
            p =>
            {
                p.Manifest = null;
                p.Add("cmi5.xml", "<courseStructure/>");
            },
            Fires: false
        ),
        new(
            "Z03",
            "capitals",
            p =>
            {
                p.Manifest = null;
                p.Add("IMSManifest.xml", "<manifest/>");
            },
            Says: "IMSManifest.xml"
        ),
        new(
            "Z04",
            "one folder down",
            p =>
            {
                p.Manifest = null;
                p.Add("course/imsmanifest.xml", "<manifest/>");
            },
            Says: "“course”"
        ),
        new(
            "Z05",
            "Deflate64",
            p => p.Bend = Central("player.js", 10, 9).Then(Local("player.js", 8, 9)),
            Says: "Deflate64"
        ),
        new("Z06", "a 64-bit field", p => p.Bend = Zip64Field, Says: "64-bit"),
        new("Z01", "64-bit sizes in front of the data only", p => p.Bend = WideLocal, Fires: false),
        new("Z06", "64-bit sizes in front of the data only", p => p.Bend = WideLocal, Says: "Warning"),
        new(
            "Z01",
            "wrong 64-bit sizes in front of the data",
            p => p.Bend = zip => WideLocal(zip, 3),
            Says: "another size"
        ),
        new(
            "Z06",
            "a note for cmi5",
            p =>
            {
                p.Manifest = null;
                p.Add("cmi5.xml", "<courseStructure/>");
                p.Bend = Zip64Field;
            },
            Says: "Note"
        ),
        new("Z07", "a password", p => p.Bend = Central("player.js", 8, 1), Says: "player.js"),
        new("Z07", "strong encryption", p => p.Bend = Central("player.js", 8, 0x41), Says: "player.js"),
        new("Z08", "one of several disks", p => p.Bend = End(4, 1).Then(End(6, 1)), Says: "several"),
        new("Z09", "a backslash", p => p.Add("images\\fire.png", "x"), Says: "images\\fire.png"),
        new("Z10", "up", p => p.Add("../evil.html", "x"), Says: "../evil.html"),
        new("Z10", "up with backslashes", p => p.Add("..\\evil.html", "x"), Says: "evil.html"),
        new("Z10", "absolute", p => p.Add("/etc/passwd", "x"), Says: "/etc/passwd"),
        new("Z10", "a drive", p => p.Add("C:/evil.html", "x"), Says: "C:/evil.html"),
        new("Z10", "a UNC path", p => p.Add("\\\\server\\evil.html", "x"), Says: "server"),
        new(
            "Z10",
            "a zero byte",
            p =>
            {
                p.Add("evil?.html", "x");
                p.Bend = Name("evil?.html", Encoding.ASCII.GetBytes("evil\0.html"));
            },
            Says: "evil"
        ),
        new("Z10", "dots in a name", p => p.Add("a..b/c...d.html", "x"), Fires: false),
        new(
            "Z11",
            "a symbolic link",
            p => p.Add("link", "/etc/passwd", entry => entry.ExternalAttributes = 0xA1FF << 16),
            Says: "“link”"
        ),
        new(
            "Z11",
            "a device",
            p => p.Add("device", "x", entry => entry.ExternalAttributes = 0x61FF << 16),
            Says: "“device”"
        ),
        new(
            "Z11",
            "an ordinary Unix file",
            p => p.Add("file.txt", "x", entry => entry.ExternalAttributes = 0x81A4 << 16),
            Fires: false
        ),
        new("Z12", "a file of zeros", p => p.Add("zeros.txt", new byte[11_000_000]), Says: "times its size"),
        new(
            "Z12",
            "too large in all",
            p => p.Bend = Central32("player.js", 24, 2_000_000_001).Then(Central32("player.js", 20, 1_000_000_000)),
            Says: "2,000 MB"
        ),
        new("Z12", "a small file of zeros", p => p.Add("zeros.txt", new byte[900_000]), Fires: false),
        new("Z13", "twice", p => p.Add("index.html", "another"), Says: "“index.html”"),
        new("Z14", "in another case", p => p.Add("INDEX.html", "another"), Says: "INDEX.html"),
        new(
            "Z14",
            "an accent in two ways",
            p =>
            {
                p.Add("caf\u00E9.html", "a");
                p.Add("cafe\u0301.html", "b");
            },
            Says: "caf"
        ),
        new("Z15", "an accent", p => p.Add("café.html", "x"), Says: "café.html"),
        new(
            "Z15",
            "an accent without the mark",
            p =>
            {
                p.Add("cafe1.html", "x");
                p.Bend = Name("cafe1.html", Encoding.UTF8.GetBytes("café.html"));
            },
            Says: "does not mark"
        ),
        new(
            "Z15",
            "an old code page",
            p =>
            {
                p.Add("cafe.html", "x");
                p.Bend = Name("cafe.html", [(byte)'c', (byte)'a', (byte)'f', 0x82, .. ".html"u8]);
            },
            Says: "old code page"
        ),
        new("Z16", "a blank", p => p.Add("my page.html", "x"), Says: "my page.html"),
        new("Z16", "signs of addresses", p => p.Add("a%20b#c.html", "x"), Says: "1 name has"),
        new("Z17", "a device of Windows", p => p.Add("images/con.png", "x"), Says: "con.png"),
        new("Z17", "a dot at the end", p => p.Add("images./a.png", "x"), Says: "images./a.png"),
        new("Z17", "a word that begins so", p => p.Add("contact.html", "x"), Fires: false),
        new("Z18", "long", p => p.Add(new string('a', 101) + ".html", "x"), Says: "1 name is"),
        new("Z18", "deep", p => p.Add(string.Concat(Enumerable.Repeat("a/", 11)) + "b.html", "x"), Says: "1 name is"),
        new(
            "Z19",
            "of macOS",
            p =>
            {
                p.Add("__MACOSX/._index.html", "x");
                p.Add(".DS_Store", "x");
            },
            Says: "2 leftovers"
        ),
        new("Z20", "a dot file", p => p.Add(".hidden/a.html", "x"), Says: "Warning"),
        new("Z20", "settings of a server", p => p.Add(".htaccess", "x"), Says: "Error"),
        new("Z20", "reported by the rule for leftovers", p => p.Add(".DS_Store", "x"), Fires: false),
        new("Z21", "php", p => p.Add("send.php", "x"), Says: "send.php"),
        new("Z21", "php in capitals", p => p.Add("SEND.PHP", "x"), Says: "SEND.PHP"),
        new("Z21", "a script for the browser", p => p.Add("send.js", "x"), Fires: false),
        new("Z21", "a server runs it", p => p.Add("send.php", "x"), Says: "Error"),
        new("Z21", "left over from the work on the course", p => p.Add("convert.py", "x"), Says: "Warning"),
        new(
            "Z27",
            "only a zip inside",
            p =>
            {
                p.Manifest = null;
                p.Remove("index.html");
                p.Add("course.zip", "x");
            },
            Says: "“course.zip”"
        ),
        new(
            "Z27",
            "pages next to the zip",
            p =>
            {
                p.Manifest = null;
                p.Add("course.zip", "x");
            },
            Fires: false
        ),
        new("Z27", "a package with a zip inside", p => p.Add("more.zip", "x"), Fires: false),
        new("Z22", "a zip inside", p => p.Add("more.zip", "x"), Says: "more.zip"),
        new("Z23", "60 MB", p => p.Add("video.mp4", new byte[60_000_000]), Says: "Note The zip has 60 MB"),
        new("Z24", "an empty file", p => p.Add("empty.css", ""), Says: "empty.css"),
        new(
            "Z25",
            "the future",
            p =>
                p.Add(
                    "later.css",
                    "x",
                    entry => entry.LastWriteTime = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)
                ),
            Says: "later.css"
        ),
        new("Z25", "no day", p => p.Bend = Central("style.css", 14, 0), Says: "style.css"),
    ];

    /// <summary>
    /// Moves the sizes in the header of player.js into a 64-bit field, as tools do that write before they know the
    /// size.
    /// </summary>
    private static byte[] WideLocal(byte[] zip) => WideLocal(zip, 0);

    private static byte[] WideLocal(byte[] zip, int wrong)
    {
        int header = Header(zip, "player.js"),
            data = header + 30 + 9;
        byte[] field = new byte[20];
        BitConverter.TryWriteBytes(field.AsSpan(0), (ushort)1);
        BitConverter.TryWriteBytes(field.AsSpan(2), (ushort)16);
        BitConverter.TryWriteBytes(field.AsSpan(4), (ulong)BitConverter.ToUInt32(zip, header + 22) + (ulong)wrong);
        BitConverter.TryWriteBytes(field.AsSpan(12), (ulong)BitConverter.ToUInt32(zip, header + 18));
        byte[] longer = [.. zip[..data], .. field, .. zip[data..]];
        BitConverter.TryWriteBytes(longer.AsSpan(header + 18), uint.MaxValue);
        BitConverter.TryWriteBytes(longer.AsSpan(header + 22), uint.MaxValue);
        BitConverter.TryWriteBytes(longer.AsSpan(header + 28), (ushort)20);
        int end = longer.AsSpan().LastIndexOf("PK\x05\x06"u8);
        BitConverter.TryWriteBytes(longer.AsSpan(end + 16), BitConverter.ToInt32(longer, end + 16) + 20);
        for (int at = BitConverter.ToInt32(longer, end + 16); at < end; )
        {
            if (BitConverter.ToInt32(longer, at + 42) is var offset && offset > header)
                BitConverter.TryWriteBytes(longer.AsSpan(at + 42), offset + 20);
            at +=
                46
                + BitConverter.ToUInt16(longer, at + 28)
                + BitConverter.ToUInt16(longer, at + 30)
                + BitConverter.ToUInt16(longer, at + 32);
        }
        return longer;
    }

    /// <summary>
    /// Gives player.js an empty 64-bit extra field, and updates the offset of the directory's end in the end record.
    /// </summary>
    private static byte[] Zip64Field(byte[] zip)
    {
        int record = Record(zip, "player.js");
        byte[] longer = [.. zip[..(record + 46 + 9)], 1, 0, 0, 0, .. zip[(record + 46 + 9)..]];
        BitConverter.TryWriteBytes(longer.AsSpan(record + 30), (ushort)4);
        int end = longer.AsSpan().LastIndexOf("PK\x05\x06"u8);
        BitConverter.TryWriteBytes(longer.AsSpan(end + 12), BitConverter.ToInt32(longer, end + 12) + 4);
        return longer;
    }
}
