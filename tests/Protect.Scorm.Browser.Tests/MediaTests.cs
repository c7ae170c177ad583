using System.Diagnostics;
using Microsoft.Playwright;
using Protect.Scorm.Content;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Reduced and cleaned pictures, as a browser shows them.</summary>
public sealed class MediaTests(BrowserRun run) : IDisposable, IClassFixture<BrowserRun>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("protect-media-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(
        DisplayName = "A phone photo is scaled, turned upright and loses its place; the original keeps every "
            + "pixel, and a second run changes nothing"
    )]
    public async Task Photograph()
    {
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        // Red above, blue below. The camera was held so that the picture must be turned to the right.
        byte[] taken = Convert.FromBase64String(
            await page.EvaluateAsync<string>(
                """
                () => {
                  const canvas = document.createElement("canvas"), brush = canvas.getContext("2d");
                  canvas.width = 1200; canvas.height = 3000;
                  for (let at = 0; at < 3000; at += 4) for (let x = 0; x < 1200; x += 4) {
                    const light = (at * 7 + x * 13) % 61;
                    brush.fillStyle = at < 1500
                      ? `rgb(${190 + light},${light},${light})`
                      : `rgb(${light},${light},${190 + light})`;
                    brush.fillRect(x, at, 4, 4);
                  }
                  return canvas.toDataURL("image/jpeg", 0.98).split(",")[1];
                }
                """
            )
        );
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8,
            8,
            0,
            0,
            0,
            2,
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            6,
            0,
            0,
            0,
            0x25,
            0x88,
            4,
            0,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
        ];
        byte[] photograph = [.. taken[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. taken[2..]];
        Assert.Equal((3000, 1200), PictureSize.Read(photograph));
        Write(
            "mine/course.yaml",
            "id: mine\nversion: 1.0.0\nlanguage: en\ntitle: Mine\ndescription: A course.\nduration: 1\n"u8
                + "licence: CC0-1.0\nauthors: [Me]\nmodules: [one]\n"u8
        );
        Write(
            "mine/modules/one.yaml",
            "id: one\ntitle: One\npages:\n  - id: start\n    title: Start\n    blocks:\n"u8
                + "      - {type: image, src: media/youth-club.jpg, alt: A door}\n"u8
        );
        Write("mine/media/youth-club.jpg", photograph);

        string asked = Run(0, "media", "mine");
        Assert.Contains("Nothing was written", asked);
        Assert.Equal(photograph, Read("mine/media/youth-club.jpg"));
        Assert.Contains("3000 × 1200", Run(0, "media", "mine", "--write", "--light"));
        byte[] smaller = Read("mine/media/youth-club.jpg"),
            original = Read("mine/originals/youth-club.jpg");
        Assert.Equal((1440, 576), PictureSize.Read(smaller));
        Assert.Equal((720, 288), PictureSize.Read(Read("mine/media/youth-club.light.jpg")));
        Assert.True(smaller.Length < photograph.Length * 0.8);
        Assert.Equal(
            ((3000, 1200), false, false),
            (
                PictureSize.Read(original),
                PictureMetadata.Of(original).HasPosition,
                PictureMetadata.Of(smaller).HasPosition
            )
        );
        Assert.Equal(PictureMetadata.Of(photograph).Without, original);
        int[] colours = await page.EvaluateAsync<int[]>(
            """
            async picture => {
              const image = new Image();
              image.src = "data:image/jpeg;base64," + picture;
              await image.decode();
              const canvas = document.createElement("canvas"), brush = canvas.getContext("2d");
              canvas.width = image.width; canvas.height = image.height;
              brush.drawImage(image, 0, 0);
              return [20, image.width - 20].flatMap(x => [...brush.getImageData(x, 300, 1, 1).data]);
            }
            """,
            Convert.ToBase64String(smaller)
        );
        Assert.True(
            colours[2] > 150 && colours[0] < 100 && colours[4] > 150 && colours[6] < 100,
            string.Join(",", colours)
        );
        Assert.Contains("nothing to change", Run(0, "media", "mine", "--write", "--light"));
        Assert.Equal(smaller, Read("mine/media/youth-club.jpg"));
        Run(0, "build", "mine", "--sizes", "full,light");
        Assert.True(
            new FileInfo(Path.Combine(_folder, "dist", "mine-en-light-1.0.0-scorm12.zip")).Length
                < new FileInfo(Path.Combine(_folder, "dist", "mine-en-1.0.0-scorm12.zip")).Length
        );
    }

    [Fact(
        DisplayName = "A photograph saved as PNG becomes WebP under a new name, which the course then uses: “check” "
            + "warns of nothing, the learner sees the picture, and the original is kept"
    )]
    public async Task PhotographAsPng()
    {
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        byte[] taken = Convert.FromBase64String(
            await page.EvaluateAsync<string>(
                """
                () => {
                  const canvas = document.createElement("canvas"), brush = canvas.getContext("2d");
                  canvas.width = 900; canvas.height = 600;
                  const pixels = brush.createImageData(900, 600);
                  let seed = 1;
                  for (let at = 0; at < pixels.data.length; at++) {
                    seed = seed * 48271 % 2147483647;
                    pixels.data[at] = at % 4 === 3 ? 255 : Math.floor(at / 9000) + seed % 14;
                  }
                  brush.putImageData(pixels, 0, 0);
                  return canvas.toDataURL("image/png").split(",")[1];
                }
                """
            )
        );
        const string head =
            "id: mine\r\nversion: 1.0.0\r\nlanguage: en\r\ntitle: Mine\r\ndescription: A course.\r\nduration: 1\r\n"
            + "licence: CC0-1.0\r\nauthors: [Me]\r\nmodules: [one]\r\n"
            + "country: {to_confirm: to be confirmed, slots: [{id: help, title: Help, empty: your helpline}]}\r\n";
        const string module =
            "id: one # kept\ntitle: One\npages:\n  - id: start\n    title: Start\n    blocks:\n"
            + "      - {type: image, src: media/one.png, alt: A door, caption: media/one.png} # kept\n"
            + "      - type: image\n        src: 'media/one.png'   # kept\n        alt: The door again\n"
            + "      - {type: image, src: media/two.png, alt: A gate}\n"
            + "      - {type: image, src: media/three.png, alt: A wall}\n"
            + "      - {type: download, src: media/three.png, label: The wall}\n";
        const string country =
            "country: IE\nname: Ireland\nlanguage: en\n"
            + "entries:\n  - slot: help\n    none: There is none.\n    source: {title: A page}\n    confidence: known\n"
            + "pages:\n  - after: start\n    page:\n      id: ireland\n      title: Ireland\n      blocks:\n"
            + "        - {type: image, src: media/two.png, alt: A gate}\n";
        Write("mine/course.yaml", System.Text.Encoding.UTF8.GetBytes(head));
        Write("mine/modules/one.yaml", System.Text.Encoding.UTF8.GetBytes(module));
        Write("mine/countries/IE.yaml", System.Text.Encoding.UTF8.GetBytes(country));
        foreach (string name in new[] { "one", "two", "three" })
            Write($"mine/media/{name}.png", taken);
        Assert.Contains("heavy-picture", Run(0, "check", "mine"));

        Assert.Contains("Nothing was written", Run(0, "media", "mine"));
        Assert.Equal(module, Text("mine/modules/one.yaml"));
        Assert.Contains("learners can download it", Run(0, "media", "mine", "--write", "--light"));

        Assert.Equal(
            module
                .Replace("src: media/one.png", "src: media/one.webp")
                .Replace("'media/one.png'", "'media/one.webp'")
                .Replace("two.png", "two.webp"),
            Text("mine/modules/one.yaml")
        );
        Assert.Equal(country.Replace("two.png", "two.webp"), Text("mine/countries/IE.yaml"));
        Assert.Equal(head, Text("mine/course.yaml"));
        Assert.All(["one", "two"], name => Assert.Equal(taken, Read($"mine/originals/{name}.png")));
        Assert.Equal(
            ["one.light.webp", "one.webp", "three.light.png", "three.png", "two.light.webp", "two.webp"],
            Directory
                .EnumerateFiles(Path.Combine(_folder, "mine", "media"))
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal)
        );
        string after = Run(0, "check", "mine");
        Assert.DoesNotContain("unused-file", after);
        Assert.DoesNotContain("media/one.", after);
        Assert.DoesNotContain("media/two.", after);
        byte[][] written = [Read("mine/media/one.webp"), Read("mine/modules/one.yaml")];
        Run(0, "media", "mine", "--write", "--light");
        Assert.Equal(written, [Read("mine/media/one.webp"), Read("mine/modules/one.yaml")]);

        Run(0, "build", "mine", "--countries", "none");
        string zip = Directory.EnumerateFiles(Path.Combine(_folder, "dist"), "*.zip").Single();
        string built = Path.Combine(_folder, "built");
        System.IO.Compression.ZipFile.ExtractToDirectory(zip, built);
        Assert.Contains("media/one.webp", File.ReadAllText(Path.Combine(built, "index.html")));
        int[] size = await page.EvaluateAsync<int[]>(
            """
            async picture => {
              const image = new Image();
              image.src = "data:image/webp;base64," + picture;
              await image.decode();
              return [image.width, image.height];
            }
            """,
            Convert.ToBase64String(File.ReadAllBytes(Path.Combine(built, "media", "one.webp")))
        );
        Assert.Equal([900, 600], size);
    }

    [Fact(DisplayName = "A cleaned SVG looks the same to the pixel, and is no larger")]
    public async Task Cleaned()
    {
        const string drawn = """
            <?xml version="1.0"?><!-- by a program --><svg xmlns="http://www.w3.org/2000/svg"
              xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="200" height="80">
              <inkscape:guide/> <style> text tspan { fill: #a00 } .b{stroke:#08f} </style>
              <g inkscape:label="x" transform="translate(4,
                 3)">  <path class="b" d="M 0 0
                 L 90 60
                 90 0 z" fill="#cde"/></g>
              <text x="10" y="70" font-size="14">One <tspan>two</tspan> <tspan>three</tspan>   four</text>
              <text x="100" y="30" xml:space="preserve">a   b</text>
            </svg>
            """;
        byte[][] pictures =
        [
            .. Directory
                .EnumerateFiles(Repository.At("courses"), "*.svg", SearchOption.AllDirectories)
                .Select(File.ReadAllBytes),
            System.Text.Encoding.UTF8.GetBytes(drawn),
        ];
        byte[][] cleaned = [.. pictures.Select(SvgCleaner.Clean)];
        Assert.All(pictures.Zip(cleaned), pair => Assert.True(pair.Second.Length <= pair.First.Length));
        Assert.NotEqual(pictures[^1], cleaned[^1]);
        await using IBrowserContext context = await run.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        int[] different = await page.EvaluateAsync<int[]>(
            """
            async ([before, after]) => {
              const draw = async picture => {
                const image = new Image();
                image.src = "data:image/svg+xml;base64," + picture;
                await image.decode();
                const canvas = document.createElement("canvas");
                const brush = canvas.getContext("2d", { willReadFrequently: true });
                canvas.width = 400; canvas.height = 300;
                brush.drawImage(image, 0, 0, 400, 300);
                return canvas.toDataURL();
              };
              const blank = document.createElement("canvas");
              blank.width = 400; blank.height = 300;
              const different = [];
              for (let i = 0; i < before.length; i++) {
                const [a, b] = [await draw(before[i]), await draw(after[i])];
                if (a !== b || a === blank.toDataURL()) different.push(i);
              }
              return different;
            }
            """,
            new[]
            {
                pictures.Select(Convert.ToBase64String).ToArray(),
                cleaned.Select(Convert.ToBase64String).ToArray(),
            }
        );
        Assert.Equal([], different);
    }

    private void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes.ToArray());
    }

    private string Text(string path) => System.Text.Encoding.UTF8.GetString(Read(path));

    private byte[] Read(string path) => File.ReadAllBytes(Path.Combine(_folder, path));

    private string Run(int code, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll"), .. arguments]
        )
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PROTECT_CHROMIUM"] = Chromium.Find() ?? run.Browser.BrowserType.ExecutablePath;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == code, output + errors.Result);
        return output + errors.Result;
    }
}
