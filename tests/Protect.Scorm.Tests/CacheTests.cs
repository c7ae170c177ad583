using Protect.Scorm.Cli;
using Protect.Scorm.Cli.Building;
using Protect.Scorm.Cli.Reports;
using Protect.Scorm.Diagnostics;
using Xunit;

namespace Protect.Scorm.Tests;

public sealed class CacheTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("protect-scorm-").FullName;

    private string Course => Path.Combine(_root, "course");

    private string Dist => Path.Combine(_root, "dist");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Findings and facts that a build reported.</summary>
    private sealed class BuildLog : Report
    {
        public List<string> Lines { get; } = [];

        public int Known { get; set; }

        public override void Add(string course, CompileResult result, string? path, TimeSpan time)
        {
            Lines.AddRange(result.Diagnostics.Select(DiagnosticText.Format));
            if (result.Summary is not { } facts)
                return;
            Lines.Add(
                $"{Path.GetFileName(path)} {result.Zip!.Length} {facts.Title} {facts.Language} {facts.Pages} "
                    + $"{facts.Questions} {facts.PassMark} {facts.Target.Id} {facts.State.Characters} "
                    + $"{facts.State.LargestQuestion} "
                    + string.Join(
                        ',',
                        facts.State.Modules.Select(module =>
                            $"{module.Id} {module.Bits} {string.Join('+', module.Questions)}"
                        )
                    )
                    + string.Join('/', facts.Advice)
            );
        }

        public override void Finish() { }
    }

    private BuildLog Build(string to, bool isCached, CompileOptions? options = null)
    {
        var log = new BuildLog();
        var dist = new DistFolder(to);
        var build = new VariantBuild([Course], new VariantSelection(), options ?? new CompileOptions(), 1, 1)
        {
            Cache = isCached ? new BuildCache(new CacheFolder(to), dist) : null,
        };
        build.TryPlan(log, out IReadOnlyList<VariantBuild.Planned> planned);
        build.Compile(
            planned,
            log,
            (item, done) =>
            {
                if (done.Cached is not null)
                    log.Known++;
                BuildCommand.Write(build, dist, item, done, CancellationToken.None);
                return new(done.Result, dist.PathOf(done.Cached?.FileName ?? done.Result.Package!.FileName));
            }
        );
        dist.WriteChecksums(CancellationToken.None);
        return log;
    }

    private CourseEdits Copy(int seed = 1, string course = "showcase")
    {
        CourseEdits edits = new CourseEdits(course, seed).Start();
        Save(edits);
        return edits;
    }

    private void Save(CourseEdits edits)
    {
        if (Directory.Exists(Course))
            Directory.Delete(Course, recursive: true);
        foreach ((string name, byte[] bytes) in edits.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Course, name))!);
            File.WriteAllBytes(Path.Combine(Course, name), bytes);
        }
    }

    private static Dictionary<string, string> Files(string dist) =>
        Directory.Exists(dist)
            ? Directory
                .EnumerateFiles(dist)
                .ToDictionary(
                    file => Path.GetFileName(file),
                    file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
                )
            : [];

    [Fact(DisplayName = "After any edit, a build with the cache gives the same bytes and findings as one without")]
    public void SameAsAnew()
    {
        CourseEdits edits = Copy(seed: 3);
        string theme = Path.Combine(_root, "theme");
        Directory.CreateDirectory(Path.Combine(theme, "blocks"));
        int known = 0;
        for (int round = 0; round < 14; round++)
        {
            if (round % 3 != 0)
                edits.Next();
            else if (round % 2 == 1)
                edits.Start();
            Save(edits);
            if (round == 7)
                File.WriteAllText(Path.Combine(theme, "blocks", "text.html"), "<div>{{ block.body }}</div>");
            var options = new CompileOptions
            {
                Lms = round % 4 == 3 ? "ilias" : null,
                Theme = round is 6 or 7 or 8 ? SourceFolder.OnDisk(theme, "theme") : null,
            };
            BuildLog cached = Build(Dist, isCached: true, options),
                full = Build(Path.Combine(_root, $"full{round}"), isCached: false, options),
                again = Build(Dist, isCached: true, options);
            Assert.Equal(full.Lines, cached.Lines);
            Assert.Equal(full.Lines, again.Lines);
            Dictionary<string, string> here = Files(Dist);
            foreach (
                (string name, string digest) in Files(Path.Combine(_root, $"full{round}"))
                    .Where(file => file.Key != "SHA256SUMS")
            )
                Assert.Equal(digest, here[name]);
            known += again.Known;
        }
        Assert.True(known > 4, $"{known} packages of the cache are too few for this test.");
    }

    [Fact(DisplayName = "Unchanged packages are not rebuilt; their findings are reported again, and checksums stay")]
    public void Unchanged()
    {
        Copy();
        BuildLog first = Build(Dist, isCached: true);
        Dictionary<string, string> files = Files(Dist);
        BuildLog second = Build(Dist, isCached: true);
        Assert.Equal((0, 1), (first.Known, second.Known));
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(files, Files(Dist));
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(Dist, ".cache", ".gitignore")));
    }

    [Theory(DisplayName = "A package that is missing or was changed is built again")]
    [InlineData(".zip", true)]
    [InlineData(".zip", false)]
    [InlineData(".state.json", true)]
    public void Missing(string ending, bool isGone)
    {
        Copy(course: "hello");
        Build(Dist, isCached: true);
        Dictionary<string, string> files = Files(Dist);
        string file = Directory.EnumerateFiles(Dist, "*" + ending).Single();
        if (isGone)
            File.Delete(file);
        else
            File.AppendAllText(file, "x");
        Assert.Equal(0, Build(Dist, isCached: true).Known);
        Assert.Equal(files, Files(Dist));
    }

    [Theory(DisplayName = "A truncated, changed or empty cache entry is ignored")]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("empty")]
    public void Broken(string how)
    {
        Copy(course: "hello");
        BuildLog first = Build(Dist, isCached: true);
        foreach (
            string entry in Directory
                .EnumerateFiles(Path.Combine(Dist, ".cache"))
                .Where(file => Path.GetFileName(file) is not (".gitignore" or FolderLock.FileName))
        )
        {
            byte[] bytes = File.ReadAllBytes(entry);
            if (how == "changed")
                bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(
                entry,
                how switch
                {
                    "cut" => bytes[..^3],
                    "empty" => [],
                    _ => bytes,
                }
            );
        }
        BuildLog second = Build(Dist, isCached: true);
        Assert.Equal(0, second.Known);
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(1, Build(Dist, isCached: true).Known);
    }

    [Fact(DisplayName = "The cache keeps within its size limit: the oldest entries are deleted")]
    public void Bounded()
    {
        var cache = new CacheFolder(Dist);
        for (int entry = 0; entry < 70; entry++)
            cache.Keep($"{entry}", new byte[1_000_000]);
        cache.Tidy();
        Assert.InRange(
            Directory.EnumerateFiles(Path.Combine(Dist, ".cache")).Sum(file => new FileInfo(file).Length),
            50_000_000,
            64_000_000
        );
    }

    [Fact(DisplayName = "Parallel builds can share a folder of packages")]
    public async Task Concurrent()
    {
        Copy(course: "hello");
        Dictionary<string, string> alone = Files(Dist);
        Build(Dist, isCached: true);
        alone = Files(Dist);
        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(index => Task.Run(() => Build(Dist, isCached: index % 2 == 0)))
        );
        Assert.Equal(alone, Files(Dist));
    }
}
