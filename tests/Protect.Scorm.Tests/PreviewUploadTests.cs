using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Protect.Scorm.Tests;

/// <summary>Uploads and other requests that the preview accepts from its own pages only.</summary>
public sealed class PreviewUploadTests : IDisposable
{
    private readonly CommandLine _command = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _command.Dispose();
    }

    [Fact(
        DisplayName = "A package is accepted only from the tool's own pages; a hostile one is refused with the reason"
    )]
    public async Task Packages()
    {
        Assert.Equal(0, _command.Run("new", "mine").Code);
        using var preview = PreviewProcess.Start(_command.Folder, "mine");
        byte[] good = Zip(("imsmanifest.xml", Manifest), ("go.html", "<p>Hello.</p>"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Post(preview, "/packages?name=a.zip", good, origin: null)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await Post(
                    preview,
                    "/packages?name=a.zip",
                    good,
                    origin: preview.Play.GetLeftPart(UriPartial.Authority)
                )
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Post(preview, "/packages?name=a.zip", good, ours: false)).StatusCode
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(preview, "/packages?name=", good)).StatusCode);
        JsonElement taken = await Json(await Post(preview, "/packages?name=..%2f..%2ftheirs.zip", good));
        Assert.Equal(("i2", true), (taken.GetProperty("id").GetString(), taken.GetProperty("playable").GetBoolean()));
        Assert.Equal("<p>Hello.</p>", await _http.GetStringAsync(new Uri(preview.Play, "/course/i2/go.html")));
        foreach (
            (byte[] hostile, string reason) in new[]
            {
                (Zip(("imsmanifest.xml", Manifest), ("../evil.html", "x")), "leads out"),
                (Zip(("imsmanifest.xml", Manifest), ("/etc/evil", "x")), "leads out"),
                (Zip(("imsmanifest.xml", Manifest), ("link", "*symlink")), "link"),
                (Zip(("imsmanifest.xml", Manifest), ("bomb.html", new string('x', 30_000_000))), "times its size"),
                (Encoding.UTF8.GetBytes("not a zip"), "not a zip"),
            }
        )
        {
            JsonElement refused = await Json(await Post(preview, "/packages?name=evil.zip", hostile));
            Assert.False(refused.GetProperty("playable").GetBoolean());
            Assert.Contains(reason, refused.GetProperty("findings")[0].GetProperty("message").GetString());
            Assert.Equal(
                HttpStatusCode.NotFound,
                (
                    await _http.GetAsync(
                        new Uri(preview.Play, $"/course/{refused.GetProperty("id").GetString()}/go.html")
                    )
                ).StatusCode
            );
        }
        JsonElement workspace = await Json(await _http.GetAsync(new Uri(preview.Address, "/workspace")));
        Assert.Equal("theirs.zip", workspace.GetProperty("items")[1].GetProperty("name").GetString());
    }

    [Fact(DisplayName = "A downloaded package equals a built one, byte for byte; options the course lacks are refused")]
    public async Task Build()
    {
        Assert.Equal(0, _command.Run("new", "mine").Code);
        Assert.Equal(0, _command.Run("build", "mine", "--lms", "moodle").Code);
        using var preview = PreviewProcess.Start(_command.Folder, "mine");
        await Until(preview, item => item.TryGetProperty("offers", out _));
        JsonElement built = await Json(await Post(preview, "/build", """{"course":"i1","lms":"moodle"}"""));
        Assert.Equal(
            "mine-en-moodle-0.1.0-scorm12.zip",
            built.GetProperty("package").GetProperty("fileName").GetString()
        );
        byte[] zip = await _http.GetByteArrayAsync(
            new Uri(preview.Address, built.GetProperty("package").GetProperty("download").GetString())
        );
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(_command.Folder, "dist", "mine-en-moodle-0.1.0-scorm12.zip")),
            zip
        );
        foreach (
            string body in new[]
            {
                "no json",
                "[]",
                """{"course":"i9"}""",
                """{"course":"i1","language":"xx"}""",
                """{"course":"i1","country":"../FR"}""",
                """{"course":"i1","organisation":"../other.yaml"}""",
                """{"course":"i1","organisationYaml":"name: X","logoName":"../../x.svg","logo":""}""",
            }
        )
        {
            HttpResponseMessage refused = await Post(preview, "/build", body);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.NotEqual("", await refused.Content.ReadAsStringAsync());
        }
        JsonElement fixedMark = await Json(await Post(preview, "/build", """{"course":"i1","passMark":10}"""));
        Assert.False(fixedMark.TryGetProperty("package", out _));
        Assert.Equal("fixed-pass-mark", fixedMark.GetProperty("findings")[0].GetProperty("slug").GetString());
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await Post(preview, "/build", new string(' ', 6_000_001))).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(new Uri(preview.Address, "/built/99"))).StatusCode);
    }

    [Fact(
        DisplayName = "An uploaded organisation file and logo are in the package, and an error is reported with "
            + "its line"
    )]
    public async Task Organisation()
    {
        Assert.Equal(0, _command.Run("new", "mine").Code);
        using var preview = PreviewProcess.Start(_command.Folder, "mine");
        await Until(preview, item => item.TryGetProperty("offers", out _));
        string logo = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>"""
            )
        );
        JsonElement built = await Json(
            await Post(
                preview,
                "/build",
                $$"""
                {"course":"i1","organisationYaml":"name: Our club\nlogo: club.svg\n",
                "logoName":"club.svg","logo":"{{logo}}"}
                """
            )
        );
        using var zip = new ZipArchive(
            new MemoryStream(
                await _http.GetByteArrayAsync(
                    new Uri(preview.Address, built.GetProperty("package").GetProperty("download").GetString())
                )
            )
        );
        Assert.Contains(zip.Entries, entry => entry.Name.EndsWith(".svg", StringComparison.Ordinal));
        using var index = new StreamReader(zip.GetEntry("index.html")!.Open());
        Assert.Contains("Our club", await index.ReadToEndAsync());
        JsonElement wrong = await Json(
            await Post(preview, "/build", """{"course":"i1","organisationYaml":"name: Our club\nlead_of: x\n"}""")
        );
        Assert.Equal(
            ("organisation.yaml", 2),
            (
                wrong.GetProperty("findings")[0].GetProperty("file").GetString(),
                wrong.GetProperty("findings")[0].GetProperty("line").GetInt32()
            )
        );
    }

    [Fact(
        DisplayName = "The viewed course compiles first, others in the background; a save recompiles only its own "
            + "course"
    )]
    public async Task TenCourses()
    {
        Assert.Equal(0, _command.Run("new", "c0").Code);
        string[] folders = [.. Enumerable.Range(0, 10).Select(number => $"c{number}")];
        foreach (string folder in folders.Skip(1))
            Copy(Path.Combine(_command.Folder, "c0"), Path.Combine(_command.Folder, folder));
        _command.Write("look/theme.css", "body { color: #333; }\n");
        using var preview = PreviewProcess.Start(_command.Folder, [.. folders, "--theme", "look"]);
        Assert.Contains("<article", await _http.GetStringAsync(new Uri(preview.Play, "/course/i10/index.html")));
        Assert.True((await Item(preview, 9)).GetProperty("compiled").GetBoolean());
        await Until(
            preview,
            item => item.GetProperty("compiled").GetBoolean() && item.TryGetProperty("offers", out _),
            10
        );
        int[] before =
        [
            .. Enumerable.Range(0, 10).Select(number => Item(preview, number).Result.GetProperty("version").GetInt32()),
        ];
        _command.Write(
            "c4/modules/welcome.yaml",
            await File.ReadAllTextAsync(Path.Combine(_command.Folder, "c4/modules/welcome.yaml")) + "\n# saved\n"
        );
        await Until(
            preview,
            item => item.GetProperty("id").GetString() != "i5" || item.GetProperty("version").GetInt32() > before[4],
            10
        );
        for (int number = 0; number < 10; number++)
            Assert.Equal(
                before[number] + (number == 4 ? 1 : 0),
                (await Item(preview, number)).GetProperty("version").GetInt32()
            );
        _command.Write("look/theme.css", "body { color: #123456; }\n");
        await Until(preview, item => item.GetProperty("version").GetInt32() > before[0], 1);
        Assert.Contains("#123456", await _http.GetStringAsync(new Uri(preview.Play, "/course/i1/index.html")));
    }

    private const string Manifest = """
        <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">
        <organizations><organization><title>Theirs</title>
        <item identifierref="r"/></organization></organizations>
        <resources><resource identifier="r" href="go.html"/></resources></manifest>
        """;

    private Task<HttpResponseMessage> Post(PreviewProcess preview, string path, string body) =>
        Post(preview, path, Encoding.UTF8.GetBytes(body));

    private async Task<HttpResponseMessage> Post(
        PreviewProcess preview,
        string path,
        byte[] body,
        string? origin = "",
        bool ours = true
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(preview.Address, path))
        {
            Content = new ByteArrayContent(body),
        };
        if (origin is not null)
            request.Headers.Add(
                "Origin",
                origin.Length > 0 ? origin : preview.Address.GetLeftPart(UriPartial.Authority)
            );
        if (ours)
            request.Headers.Add("X-Protect-Scorm", "1");
        request.Headers.ExpectContinue = body.Length > 1_000_000; // too large bodies are refused before they are sent
        return await _http.SendAsync(request);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<JsonElement> Item(PreviewProcess preview, int index) =>
        (await Json(await _http.GetAsync(new Uri(preview.Address, "/workspace")))).GetProperty("items")[index];

    /// <summary>Checks at each reported change until the first items meet the condition.</summary>
    private async Task Until(PreviewProcess preview, Func<JsonElement, bool> isSo, int items = 1)
    {
        using var changes = new StreamReader(await _http.GetStreamAsync(new Uri(preview.Address, "/changes")));
        while (true)
        {
            JsonElement workspace = (
                await Json(await _http.GetAsync(new Uri(preview.Address, "/workspace")))
            ).GetProperty("items");
            if (workspace.EnumerateArray().Take(items).All(isSo))
                return;
            while (await changes.ReadLineAsync() is { } line && !line.StartsWith("data: ", StringComparison.Ordinal))
            { }
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string file, string text) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(file);
                if (text == "*symlink")
                    entry.ExternalAttributes = unchecked((int)(0xA1FFu << 16));
                using var writer = new StreamWriter(entry.Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }
}
