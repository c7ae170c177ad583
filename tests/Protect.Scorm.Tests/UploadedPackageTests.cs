using System.Diagnostics;
using System.Net.Http.Headers;

namespace Protect.Scorm.Tests;

/// <summary>Packages uploaded to the preview, which may contain somebody's work.</summary>
public sealed class UploadedPackageTests : IDisposable
{
    private readonly string _temp = Directory.CreateTempSubdirectory("protect-scorm-test-").FullName;

    private Process? _preview;

    public void Dispose()
    {
        if (_preview is { HasExited: false })
            _preview.Kill();
        _preview?.Dispose();
        Directory.Delete(_temp, recursive: true);
    }

    [Theory(DisplayName = "An uploaded package is deleted when the preview ends, however it ends")]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    [InlineData("KILL")]
    public async Task NothingIsLeft(string signal)
    {
        Process preview = await StartWithUpload();
        if (!OperatingSystem.IsWindows())
        {
            // Until then other users see nothing, or only files with access for this user.
            foreach (string file in Directory.EnumerateFiles(_temp, "*.zip"))
                Assert.Equal(
                    UnixFileMode.None,
                    File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)
                );
            using Process kill = Process.Start("kill", [$"-{signal}", $"{preview.Id}"]);
        }
        else
            preview.Kill();
        Assert.True(preview.WaitForExit(10_000) || signal == "INT", "The preview did not end.");
        if (!preview.HasExited)
            preview.Kill(); // A background process may ignore Ctrl-C.
        preview.WaitForExit();
        Assert.Empty(Directory.EnumerateFiles(_temp, "protect-scorm-*"));
    }

    [Fact(DisplayName = "Files of a crashed preview are deleted at the next start; other files stay")]
    public async Task LeftoversAreDeleted()
    {
        string left = Path.Combine(_temp, $"protect-scorm-{Guid.NewGuid():N}.zip"),
            other = Path.Combine(_temp, "protect-scorm-notes.zip"),
            folder = Path.Combine(_temp, $"protect-scorm-{Guid.NewGuid():N}");
        File.WriteAllText(left, "a package");
        File.WriteAllText(other, "somebody's");
        Directory.CreateDirectory(folder);
        Process preview = await StartWithUpload();
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(other));
        Assert.True(Directory.Exists(folder));
    }

    /// <summary>A preview whose temporary folder is the one of the test, with one package uploaded and read.</summary>
    private async Task<Process> StartWithUpload()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "protect-scorm.dll"),
                "preview",
                Repository.At("courses", "hello"),
                "--port",
                "4700",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in (string[])["TMPDIR", "TMP", "TEMP"])
            start.Environment[name] = _temp;
        Process preview = _preview = Process.Start(start)!;
        string line = await preview.StandardOutput.ReadLineAsync() ?? await preview.StandardError.ReadToEndAsync();
        var tool = new Uri(line.Split(' ')[0]);
        byte[] zip = CourseCompiler
            .Compile(
                Diagnostics.SourceFolder.Course(Repository.At("courses", "hello"), "courses/hello"),
                new CompileOptions()
            )
            .Zip!;
        using var client = new HttpClient { BaseAddress = tool };
        using var request = new HttpRequestMessage(HttpMethod.Post, "packages?name=a.zip");
        request.Content = new ByteArrayContent(zip);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        request.Headers.Add("Origin", tool.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("X-Protect-Scorm", "1");
        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        // It can be played: the package is there.
        using HttpResponseMessage page = await client.GetAsync(
            new Uri($"http://localhost:{tool.Port + 1}/course/i2/index.html")
        );
        Assert.True(page.IsSuccessStatusCode);
        return preview;
    }
}
