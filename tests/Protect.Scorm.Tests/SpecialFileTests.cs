using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Xunit;

namespace Protect.Scorm.Tests;

/// <summary>Pipes, devices and sockets in the place of files. Windows has none of them in folders.</summary>
public sealed partial class SpecialFileTests : IDisposable
{
    private const string Picture =
        "      - type: image\n        src: media/f.svg\n        alt: A picture\n        credit: Somebody\n";

    private readonly CommandLine _command = new();
    private readonly List<Socket> _sockets = [];

    public SpecialFileTests()
    {
        _command.Write("c/course.yaml", TestCourse.Course);
        _command.Write("c/modules/one.yaml", TestCourse.Module);
    }

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _command.Dispose();
    }

    private string At(string path) => Path.Combine(_command.Folder, path);

    private void Pipe(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.Delete(At(path));
        using Process made = Process.Start("mkfifo", [At(path)]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    private void Listen(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At(path)));
        _sockets.Add(socket);
    }

    private void Refuses(string path, string noun, params string[] arguments)
    {
        (int code, _, string errors) = _command.Run(arguments);
        Assert.Contains($"{path}” is a {noun}, not a file. Replace it by an ordinary file, or remove it.", errors);
        Assert.Equal(2, code);
    }

    [Theory(DisplayName = "A pipe that a course or theme needs is an error at once that names it")]
    [InlineData("c/course.yaml")]
    [InlineData("c/modules/one.yaml")]
    [InlineData("c/media/f.svg")]
    [InlineData("c/languages/fr.xlf")]
    [InlineData("c/theme/page.html")]
    [InlineData("c/theme/strings/en.yaml")]
    public void InCourse(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.AppendAllText(At("c/modules/one.yaml"), Picture);
        _command.Write("c/media/f.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
        if (path.StartsWith("c/theme/", StringComparison.Ordinal))
            File.AppendAllText(At("c/course.yaml"), "theme: theme\n");
        Pipe(path);
        string[] language = path.EndsWith("xlf", StringComparison.Ordinal) ? ["--languages", "fr"] : [];
        Refuses(path, "pipe", ["build", "c", .. language]);
    }

    [Fact(DisplayName = "A pipe that nothing needs is not touched")]
    public void Unused()
    {
        if (OperatingSystem.IsWindows())
            return;
        Pipe("c/media/unused.svg");
        (int code, string output, string errors) = _command.Run("build", "c");
        Assert.True(code == 0, output + errors);
    }

    [Fact(DisplayName = "A socket and a device in a course are named as such")]
    public void SocketInCourse()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.AppendAllText(At("c/modules/one.yaml"), Picture);
        Listen("c/media/f.svg");
        Refuses("c/media/f.svg", "socket", "check", "c");
        File.Delete(At("c/media/f.svg"));
        // A link in a course counts as missing, wherever it leads.
        File.CreateSymbolicLink(At("c/media/f.svg"), "/dev/zero");
        (int code, string output, string errors) = _command.Run("check", "c");
        Assert.Equal(1, code);
        Assert.Contains("missing", output + errors);
    }

    public static TheoryData<string[]> Commands =>
        new()
        {
            { ["check", "{0}"] },
            { ["check", "sound.zip", "--previous", "{0}"] },
            { ["check", "sound.zip", "--trace", "{0}"] },
            { ["diff", "{0}", "{0}"] },
            { ["layouts", "add", "{0}", "c"] },
            { ["translate", "import", "c", "{0}"] },
            { ["build", "c", "--organisation", "{0}"] },
        };

    [Theory(DisplayName = "A pipe, socket or device on the command line is an error at once that names it")]
    [MemberData(nameof(Commands))]
    public void OnCommandLine(string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(0, _command.Run("build", "c", "--out", "sound").Code);
        File.Move(Directory.EnumerateFiles(At("sound"), "*.zip").Single(), At("sound.zip"));
        Pipe("special.zip");
        Refuses("special.zip", "pipe", [.. arguments.Select(part => part.Replace("{0}", "special.zip"))]);
        if (arguments[0] == "build")
            return; // its folder cannot be a link
        File.Delete(At("special.zip"));
        File.CreateSymbolicLink(At("special.zip"), "/dev/zero");
        Refuses("special.zip", "device", [.. arguments.Select(part => part.Replace("{0}", "special.zip"))]);
    }

    [Fact(DisplayName = "Pipes in the output folder and in the cache block no build")]
    public void InOutput()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(0, _command.Run("build", "c").Code);
        Dictionary<string, string> sound = Digests();
        foreach (string entry in Directory.EnumerateFiles(At("dist/.cache")).Where(file => !file.EndsWith("lock")))
            Pipe(entry);
        Pipe(Directory.EnumerateFiles(At("dist"), "*.zip").Single());
        Pipe("dist/old.zip");
        Assert.Equal(0, _command.Run("build", "c").Code);
        File.Delete(At("dist/old.zip"));
        Assert.Equal(0, _command.Run("build", "c").Code);
        Assert.Equal(sound, Digests());
        Pipe("dist/SHA256SUMS");
        Refuses("dist/SHA256SUMS", "pipe", "build", "c");
        File.Delete(At("dist/SHA256SUMS"));
        Pipe("dist/.cache/lock");
        Refuses("dist/.cache/lock", "pipe", "build", "c");
    }

    private Dictionary<string, string> Digests() =>
        Directory
            .EnumerateFiles(At("dist"))
            .ToDictionary(
                file => Path.GetFileName(file),
                file => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
            );

    [Fact(DisplayName = "A file that grows while it is read is read as it was")]
    public async Task Growing()
    {
        string path = At("growing");
        File.WriteAllBytes(path, new byte[1000]);
        using var stop = new CancellationTokenSource();
        Task growing = Task.Run(() =>
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            byte[] more = new byte[4096];
            while (!stop.IsCancellationRequested && file.Length < 100_000_000)
                file.Write(more);
        });
        for (int reading = 0; reading < 50; reading++)
            Assert.InRange(InputFile.Read(path).Length, 1000, 101_000_000);
        await stop.CancelAsync();
        await growing;
    }

    [Fact(DisplayName = "All files are read in one place")]
    public void OnePlace()
    {
        IEnumerable<string> readers = Directory
            .EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Split('/').Any(part => part is "obj" or "bin"))
            .Where(file => Reading().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file));
        // The profile of a browser that this tool started names its port and its owner.
        Assert.Equal(["BrowserProcess.cs", "BrowserProfile.cs", "InputFile.cs"], readers.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(
        @"\bFile\.(?:Read|OpenRead|OpenText|Open\(|OpenHandle)|new StreamReader\(\s*[a-z]+\)|FileAccess\.Read\b"
    )]
    private static partial Regex Reading();
}
