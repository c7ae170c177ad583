using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Xunit;

namespace Protect.Scorm.Tests;

public sealed class CompileCacheTests
{
    [Theory(
        DisplayName = "Recompiling an edited course with the compile memory gives the same files and findings as "
            + "without"
    )]
    [InlineData(1)]
    [InlineData(2)]
    public void SameAsAnew(int seed)
    {
        CourseEdits edits = new CourseEdits("showcase", seed).Start();
        var memory = new CompileCache();
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
            CompileResult again = CourseCompiler.Compile(
                SourceFolder.InMemory(edits.Files),
                options with
                {
                    Cache = memory,
                }
            );
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
        var memory = new CompileCache();
        CompileResult Again() =>
            CourseCompiler.Compile(
                SourceFolder.InMemory(files),
                new CompileOptions { FilesOnly = true, Cache = memory }
            );
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

        var course = Reading.CourseReader.Read(SourceFolder.InMemory(files), new DiagnosticBag())!;
        UInt128[] before =
        [
            .. course.Modules.Select(new ModuleKeys(course, SourceFolder.InMemory(files), new CompileOptions()).Of),
        ];
        string first = course.Modules[0].Id.Span.File.Path,
            title = course.Modules[0].Pages[0].Title.Value;
        files[first] = TestCourse.Utf8(
            System.Text.Encoding.UTF8.GetString(files[first]).Replace(title, title + " again")
        );
        course = Reading.CourseReader.Read(SourceFolder.InMemory(files), new DiagnosticBag())!;
        UInt128[] after =
        [
            .. course.Modules.Select(new ModuleKeys(course, SourceFolder.InMemory(files), new CompileOptions()).Of),
        ];
        Assert.NotEqual(before[0], after[0]);
        Assert.Equal(before[1..], after[1..]);
    }

    [Fact(DisplayName = "A compilation can return only the files of a package, without a zip")]
    public void FilesOnly()
    {
        SourceFolder folder = SourceFolder.OnDisk(Repository.At("courses", "hello"), "hello");
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
