using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Protect.Scorm.Tests;

/// <summary>The preview server, as other programs on the machine and pages on the web see it.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly CommandLine _command = new();
    private readonly HttpClient _http = new();

    public PreviewTests() => Assert.Equal(0, _command.Run("new", "mine").Code);

    public void Dispose()
    {
        _http.Dispose();
        _command.Dispose();
    }

    [Fact(
        DisplayName = "Tool and played packages have different loopback origins, and the pages contact no other host"
    )]
    public async Task TwoOrigins()
    {
        using var preview = PreviewProcess.Start(_command.Folder, "mine");
        HttpResponseMessage home = await _http.GetAsync(preview.Address);
        string policy = home.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal(
            (HttpStatusCode.OK, true),
            (home.StatusCode, policy.StartsWith("default-src 'none'", StringComparison.Ordinal))
        );
        Assert.Contains(
            $"frame-src http://*.localhost:{preview.Play.Port} http://localhost:{preview.Play.Port};",
            policy
        );
        JsonElement item = (await Items(preview))[0];
        Assert.Equal(
            ("mine", "index.html"),
            (item.GetProperty("name").GetString(), item.GetProperty("href").GetString())
        );
        Assert.Contains("<article", await _http.GetStringAsync(new Uri(preview.Play, "/course/i1/index.html")));
        // Neither origin serves the files of the other.
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(new Uri(preview.Play, "/workspace"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _http.GetAsync(new Uri(preview.Address, "/course/i1/index.html"))).StatusCode
        );
    }

    [Fact(DisplayName = "Each package has its own host, which serves no other package and stays the same")]
    public async Task OwnHosts()
    {
        Assert.Equal(0, _command.Run("new", "yours").Code);
        string[] before = [];
        for (int run = 0; run < 2; run++)
        {
            using var preview = PreviewProcess.Start(_command.Folder, "mine", "yours");
            JsonElement[] items = [.. (await Items(preview)).EnumerateArray()];
            string[] hosts = [.. items.Select(item => new Uri(item.GetProperty("play").GetString()!).Authority)];
            Assert.Equal(2, hosts.Distinct().Count());
            Assert.All(hosts, host => Assert.EndsWith($".localhost:{preview.Play.Port}", host));
            async Task<HttpStatusCode> Get(string host, string path)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(preview.Play, path));
                request.Headers.Host = host;
                using HttpResponseMessage answer = await _http.SendAsync(request);
                return answer.StatusCode;
            }
            for (int own = 0; own < 2; own++)
                foreach (string path in (string[])["/lms/i{0}", "/course/i{0}/index.html", "/slow/i{0}/index.html"])
                    for (int item = 0; item < 2; item++)
                        Assert.Equal(
                            own == item ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                            await Get(hosts[own], path.Replace("{0}", $"{item + 1}"))
                        );
            Assert.Equal(HttpStatusCode.NoContent, await Get(hosts[0], "/reachable"));
            foreach (
                string host in (string[])
                    [
                        $"127.0.0.1:{preview.Play.Port}",
                        $"i1.localhost:{preview.Play.Port}",
                        $"x{hosts[0]}",
                        $"x.{hosts[0]}",
                        $"localhost:{preview.Address.Port}",
                        $"localhost.:{preview.Play.Port}",
                        "localhost",
                    ]
            )
                Assert.Equal(HttpStatusCode.MisdirectedRequest, await Get(host, "/course/i1/index.html"));
            string[] labels = [.. hosts.Select(host => host.Split('.')[0])];
            Assert.True(run == 0 || before.SequenceEqual(labels));
            before = labels;
        }
    }

    [Fact(DisplayName = "A request with another host, a wrong method or a path out of the package is refused")]
    public async Task Refusals()
    {
        using var preview = PreviewProcess.Start(_command.Folder, "mine");
        foreach (Uri origin in new[] { preview.Address, preview.Play })
        {
            using var elsewhere = new HttpRequestMessage(HttpMethod.Get, origin)
            {
                Headers = { Host = "elsewhere.test" },
            };
            Assert.Equal(HttpStatusCode.MisdirectedRequest, (await _http.SendAsync(elsewhere)).StatusCode);
            Assert.Equal(
                HttpStatusCode.MethodNotAllowed,
                (await _http.PutAsync(origin, new StringContent("x"))).StatusCode
            );
        }
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await _http.PostAsync(preview.Play, new StringContent("x"))).StatusCode
        );
        using var fromElsewhere = new HttpRequestMessage(HttpMethod.Get, new Uri(preview.Address, "/workspace"))
        {
            Headers = { { "Sec-Fetch-Site", "same-site" }, { "Sec-Fetch-Mode", "cors" } },
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.SendAsync(fromElsewhere)).StatusCode);
        foreach (
            string path in new[]
            {
                "/course/i1/..%2f..%2fcourse.yaml",
                "/course/i1/%2fetc%2fpasswd",
                "/course/i2/index.html",
                "/course/i1/",
                "/lms",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(new Uri(preview.Play, path))).StatusCode);
    }

    [Fact(DisplayName = "A busy port moves to the next, and the preview ends on request, even while a page is open")]
    public async Task PortsAndStop()
    {
        using var first = PreviewProcess.Start(_command.Folder, "mine", "--port", "4820");
        using var second = PreviewProcess.Start(_command.Folder, "mine", "--port", $"{first.Address.Port}");
        Assert.True(second.Address.Port > first.Address.Port + 1);
        using Stream open = await _http.GetStreamAsync(new Uri(second.Address, "/changes"));
        Assert.True(second.Terminate());
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(first.Address)).StatusCode);
    }

    [Fact(DisplayName = "A broken save is reported with its place, and the last good version still plays")]
    public async Task BrokenSave()
    {
        using var preview = PreviewProcess.Start(_command.Folder, "mine");
        string good = await _http.GetStringAsync(new Uri(preview.Play, "/course/i1/index.html"));
        // Other files of the course are reported in the same way.
        using var changes = new StreamReader(await _http.GetStreamAsync(new Uri(preview.Address, "/changes")));
        await changes.ReadLineAsync();
        _command.Write("mine/modules/welcome.yaml", "id: welcome\ntitle: [");
        JsonElement findings;
        do
        {
            while (await changes.ReadLineAsync() is { } line && line != "data: i1") { }
            findings = (await Items(preview))[0].GetProperty("findings");
        } while (findings.GetArrayLength() == 0);
        JsonElement finding = findings[0];
        Assert.Equal(
            ("mine/modules/welcome.yaml", 2, "error"),
            (
                finding.GetProperty("file").GetString(),
                finding.GetProperty("line").GetInt32(),
                finding.GetProperty("severity").GetString()
            )
        );
        Assert.Equal(good, await _http.GetStringAsync(new Uri(preview.Play, "/course/i1/index.html")));
    }

    [Fact(DisplayName = "A package of another tool is played from its manifest; a hostile one is refused")]
    public async Task Zips()
    {
        Zip(
            "theirs.zip",
            (
                "imsmanifest.xml",
                """
                <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">
                <organizations><organization><title>Theirs</title>
                <item identifierref="r"/></organization></organizations>
                <resources><resource identifier="r" href="go/start.html"/></resources></manifest>
                """
            ),
            ("go/start.html", "<p>Hello.</p>")
        );
        Zip("hostile.zip", ("imsmanifest.xml", "<manifest/>"), ("../evil.html", "x"));
        Zip("bomb.zip", ("imsmanifest.xml", "<!DOCTYPE m [<!ENTITY a \"aaaa\">]><manifest>&a;</manifest>"));
        using var preview = PreviewProcess.Start(_command.Folder, "theirs.zip", "hostile.zip", "bomb.zip");
        JsonElement[] items = [.. (await Items(preview)).EnumerateArray()];
        Assert.Equal(["Theirs", null, null], items.Select(item => item.GetProperty("title").GetString()));
        Assert.Equal("<p>Hello.</p>", await _http.GetStringAsync(new Uri(preview.Play, "/course/i1/go/start.html")));
        Assert.Contains("leads out", items[1].GetProperty("findings")[0].GetProperty("message").GetString());
        Assert.Equal(2, _command.Run("preview", "not-there").Code);
    }

    private async Task<JsonElement> Items(PreviewProcess preview) =>
        JsonDocument
            .Parse(await _http.GetStringAsync(new Uri(preview.Address, "/workspace")))
            .RootElement.GetProperty("items");

    private void Zip(string name, params (string Name, string Text)[] files)
    {
        using ZipArchive zip = ZipFile.Open(Path.Combine(_command.Folder, name), ZipArchiveMode.Create);
        foreach ((string file, string text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(file).Open());
            writer.Write(text);
        }
    }
}
