using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Tests;

/// <summary>Reading outside of a folder of input files.</summary>
public sealed class SourceFolderTests : IDisposable
{
    private readonly string _top = Directory.CreateTempSubdirectory("protect-folder-").FullName;

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact(DisplayName = "Links on the disk are not followed, to files and folders, inside the course and outside")]
    public void Links()
    {
        string course = Directory.CreateDirectory(Path.Combine(_top, "course", "media")).Parent!.FullName;
        string other = Directory.CreateDirectory(Path.Combine(_top, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(course, "media", "own.txt"), "own");
        File.CreateSymbolicLink(Path.Combine(course, "media", "out.txt"), Path.Combine(other, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(course, "media", "in.txt"), Path.Combine(course, "media", "own.txt"));
        Directory.CreateSymbolicLink(Path.Combine(course, "linked"), other);
        Directory.CreateSymbolicLink(Path.Combine(course, "loop"), course);
        var folder = SourceFolder.OnDisk(course, "course");
        Assert.Equal(["media/own.txt"], folder.Files);
        Assert.True(folder.Exists("media/own.txt"));
        foreach (string path in (string[])["media/out.txt", "media/in.txt", "linked/secret.txt", "loop/media/own.txt"])
            Assert.False(folder.Exists(path), path);
    }

    [Theory(DisplayName = "A path that leads out of the folder, or is written in another way, is a missing file")]
    [InlineData("../other/secret.txt")]
    [InlineData("media/../../other/secret.txt")]
    [InlineData("media/./own.txt")]
    [InlineData("media//own.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("media\\own.txt")]
    [InlineData("C:own.txt")]
    [InlineData("")]
    public void Paths(string path)
    {
        string course = Directory.CreateDirectory(Path.Combine(_top, "course", "media")).Parent!.FullName;
        Directory.CreateDirectory(Path.Combine(_top, "other"));
        File.WriteAllText(Path.Combine(_top, "other", "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(course, "media", "own.txt"), "own");
        Assert.False(SourceFolder.OnDisk(course, "course").Exists(path));
        Assert.False(SourceFolder.OnDisk(_top, "").Subfolder("course").Exists(path));
    }
}
