using System.Collections.Concurrent;
using Protect.Scorm.Assembling;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Xunit;

namespace Protect.Scorm.Tests;

public sealed class CourseSessionTests
{
    [Theory(
        DisplayName = "Recompiling an edited course in one session gives the same files and findings as the first time"
    )]
    [InlineData(1)]
    [InlineData(2)]
    public void SameAsAnew(int seed)
    {
        CourseEdits edits = new CourseEdits("showcase", seed).Start();
        var session = new CourseSession(SourceFolder.InMemory(edits.Files));
        int sound = 0,
            broken = 0,
            since = 0;
        for (int round = 0; round < 16; round++)
        {
            if (since > 1)
                edits.Start(); // two broken saves, then all edits are undone
            string edit = round == 0 ? "start" : edits.Next();
            var options = new CompileOptions { FilesOnly = true, Lms = round % 5 == 4 ? "moodle" : null };
            CompileResult full = CourseCompiler.Compile(SourceFolder.InMemory(edits.Files), options);
            session.Refresh(SourceFolder.InMemory(edits.Files));
            CompileResult again = session.Compile(options);
            Assert.Equal(
                full.Diagnostics.Select(DiagnosticText.Format),
                again.Diagnostics.Select(DiagnosticText.Format)
            );
            Assert.True(Same(full.Package, again.Package), $"round {round}: {edit}");
            since = full.Package is null ? since + 1 : 0;
            if (since > 0)
                broken++;
            else
                sound++;
        }
        Assert.True(sound > 4 && broken > 2, $"{sound} sound and {broken} broken rounds are too few for this test.");
    }

    [Fact(
        DisplayName = "A module is rendered again when its picture changes shape; a new title leaves others as "
            + "they were"
    )]
    public void WhatAModuleIsMadeOf()
    {
        Dictionary<string, byte[]> files = new CourseEdits("showcase", 1).Start().Files.ToDictionary();
        var session = new CourseSession(SourceFolder.InMemory(files));
        CompileResult Again()
        {
            session.Refresh(SourceFolder.InMemory(files));
            return session.Compile(new CompileOptions { FilesOnly = true });
        }
        Again();
        files["media/room.svg"] = TestCourse.Utf8(
            System
                .Text.Encoding.UTF8.GetString(files["media/room.svg"])
                .Replace("width=\"640\" height=\"320\"", "width=\"320\" height=\"640\"")
        );
        CompileResult turned = Again();
        Assert.True(
            Same(
                CourseCompiler.Compile(SourceFolder.InMemory(files), new CompileOptions { FilesOnly = true }).Package,
                turned.Package
            )
        );

        UInt128[] Keys(out Course course)
        {
            var source = new CourseSource(SourceFolder.InMemory(files));
            course = source.Read(new DiagnosticBag())!;
            var order = new PackageOrder(source, new EditionRequest(), [], null, [], false, null, []);
            return [.. course.Modules.Select(new ModuleKeys(course, source.Folder, order).Of)];
        }
        UInt128[] before = Keys(out Course course);
        string first = course.Modules[0].Id.Span.File.Path,
            title = course.Modules[0].Pages[0].Title.Value;
        files[first] = TestCourse.Utf8(
            System.Text.Encoding.UTF8.GetString(files[first]).Replace(title, title + " again")
        );
        UInt128[] after = Keys(out _);
        // The module with the card shows parts of all others.
        bool[] shows =
        [
            .. course.Modules.Select(
                (module, index) =>
                    index == 0 || module.Pages.SelectMany(BlockParts.Blocks).Any(block => block is CardBlock)
            ),
        ];
        Assert.Equal(shows, before.Zip(after, (was, now) => was != now));
    }

    [Fact(DisplayName = "A rendered module is kept only for the same language, country, edition, size, LMS and gate")]
    public void WhatDecidesAModule()
    {
        var source = new CourseSource(SourceFolder.Course(Repository.At("courses", "showcase"), "showcase"));
        Course course = source.Read(new DiagnosticBag())!;
        UInt128 Key(EditionRequest request, Course? other = null, params string[] more) =>
            new ModuleKeys(
                other ?? course,
                source.Folder,
                new PackageOrder(source, request, more, null, [], false, null, [])
            ).Of(course.Modules[0]);
        var plain = new EditionRequest();
        UInt128[] keys =
        [
            Key(plain),
            Key(plain with { Language = "pl" }),
            Key(plain with { Country = "FR" }),
            Key(plain with { Edition = "core" }),
            Key(plain with { Size = PackageSize.Light }),
            Key(plain with { Lms = "moodle" }),
            Key(plain with { PassMark = 70 }),
            Key(plain with { ReleaseDate = new DateOnly(2026, 11, 1) }),
            Key(plain with { Require = Translating.TranslationState.Reviewed }),
            Key(plain, null, "pl"),
            Key(plain, course with { Cited = [.. course.Sources.Take(1)] }),
            Key(plain, course with { Modules = [.. course.Modules.Skip(1)] }),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], Key(new EditionRequest()));
    }

    [Fact(DisplayName = "Each text of a course is read once, whatever the number of languages, countries and editions")]
    public void ReadOnce()
    {
        var folder = new CountingFolder(SourceFolder.Course(Repository.At("courses", "protect"), "protect"));
        var session = new CourseSession(folder);
        var options = new CompileOptions { Require = Translating.TranslationState.New };
        IReadOnlyList<Variant> variants = session
            .Plan(new VariantSelection { Languages = ["fr", "en", "pl"], Countries = ["none", "FR", "GB"] }, options)
            .Variants;
        Assert.True(variants.Count >= 18, $"{variants.Count} packages are too few for this test.");
        foreach (Variant variant in variants)
            Assert.NotNull(session.Compile(variant.Options(options)).Package);
        Assert.NotNull(session.Review().Markdown);
        Assert.Contains("course.yaml", folder.Reads.Keys);
        Assert.Contains("languages/pl.xlf", folder.Reads.Keys);
        Assert.Contains("countries/GB.yaml", folder.Reads.Keys);
        // Media stay in memory only while a package uses them.
        Assert.Equal(
            [],
            folder
                .Reads.Where(read => read.Value != 1 && !read.Key.StartsWith("media/", StringComparison.Ordinal))
                .Select(read => $"{read.Key}: {read.Value}")
        );
        Assert.Equal(1, folder.Lists);
    }

    [Fact(
        DisplayName = "A picture that changes while a course is built is noticed, and nothing of that build is cached"
    )]
    public void Torn()
    {
        var folder = new ChangingFolder();
        SourceFolder snapshot = SourceFolder.Snapshot(folder);
        string first = snapshot.Digest("media/room.svg");
        Assert.False(snapshot.IsTorn);
        for (int round = 0; round < 20 && folder.Reads < 2; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            snapshot.Read("media/room.svg");
        }
        Assert.True(snapshot.IsTorn);
        Assert.Equal(first, snapshot.Digest("media/room.svg"));
    }

    /// <summary>Folder whose picture is another one at each reading.</summary>
    private sealed class ChangingFolder : SourceFolder
    {
        public int Reads { get; private set; }

        public override string DisplayPath => "";

        public override IReadOnlyList<string> Files => ["media/room.svg"];

        public override long? Size(string path) => 8;

        public override byte[] Read(string path) => System.Text.Encoding.UTF8.GetBytes($"<svg/>{++Reads:00}");
    }

    /// <summary>Folder that counts how often each of its files is read.</summary>
    private sealed class CountingFolder(SourceFolder inner) : SourceFolder
    {
        private int _lists;

        public ConcurrentDictionary<string, int> Reads { get; } = new(StringComparer.Ordinal);

        public int Lists => _lists;

        public override string DisplayPath => inner.DisplayPath;

        public override IReadOnlyList<string> Files
        {
            get
            {
                Interlocked.Increment(ref _lists);
                return inner.Files;
            }
        }

        public override long? Size(string path) => inner.Size(path);

        public override byte[] Read(string path)
        {
            Reads.AddOrUpdate(path, 1, (_, count) => count + 1);
            return inner.Read(path);
        }
    }

    [Fact(DisplayName = "A compilation can return only the files of a package, without a zip")]
    public void FilesOnly()
    {
        SourceFolder folder = SourceFolder.Course(Repository.At("courses", "hello"), "hello");
        CompileResult files = CourseCompiler.Compile(folder, new CompileOptions { FilesOnly = true }),
            whole = CourseCompiler.Compile(folder, new CompileOptions());
        Assert.Null(files.Zip);
        Assert.True(Same(whole.Package, files.Package));
    }

    private static bool Same(Package? one, Package? other) =>
        (one is null && other is null)
        || (
            one is not null
            && other is not null
            && one.FileName == other.FileName
            && one.Files.Select(file => (file.Name, Convert.ToHexString(file.Bytes.Span)))
                .SequenceEqual(other.Files.Select(file => (file.Name, Convert.ToHexString(file.Bytes.Span))))
        );
}
