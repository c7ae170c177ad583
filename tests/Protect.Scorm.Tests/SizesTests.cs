using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Tests;

/// <summary>One source, three package sizes.</summary>
public sealed partial class SizesTests
{
    private static readonly Lazy<CompileResult[]> Packages = new(() =>
        [
            .. Enum.GetValues<PackageSize>()
                .AsParallel()
                .AsOrdered()
                .Select(size =>
                    CourseCompiler.Compile(
                        SourceFolder.Course(Repository.At("courses", "showcase"), "courses/showcase"),
                        new CompileOptions { Size = size }
                    )
                ),
        ]
    );

    [Fact(
        DisplayName = "A learner keeps all progress between package sizes: same ids, state layout and LMS identifier"
    )]
    public void ProgressStays()
    {
        string[] maps = [.. Packages.Value.Select(result => result.StateMap!.Write())];
        string[] ids =
        [
            .. Packages.Value.Select(result =>
                ManifestIds().Match(Specs.TextOf(result.Package!, "imsmanifest.xml")).Value
            ),
        ];
        string[] pages =
        [
            .. Packages.Value.Select(result =>
                string.Join(
                    " ",
                    Pages().Matches(Specs.TextOf(result.Package!, "index.html")).Select(match => match.Value)
                )
            ),
        ];
        foreach (string[] same in (string[][])[maps, ids, pages])
            Assert.Equal([same[0], same[0], same[0]], same);
        Assert.NotEmpty(ids[0]);
        Assert.Equal(3, Packages.Value.Select(result => result.Package!.FileName).Distinct().Count());
    }

    [Fact(
        DisplayName = "A light package has no video or audio, a text package no pictures, and neither has a media "
            + "player"
    )]
    public void NothingHeavyIsLeft()
    {
        string[][] files =
        [
            .. Packages.Value.Select(result => result.Package!.Files.Select(file => file.Name).ToArray()),
        ];
        Assert.Contains(files[0], name => name.EndsWith(".mp4", StringComparison.Ordinal));
        Assert.DoesNotContain(files[1], name => Films().IsMatch(name));
        Assert.Contains(files[1], name => Pictures().IsMatch(name));
        Assert.DoesNotContain(files[2], name => Films().IsMatch(name) || Pictures().IsMatch(name));
        Assert.Contains(
            files[2],
            name =>
                name.EndsWith(".txt", StringComparison.Ordinal) && name.StartsWith("media/", StringComparison.Ordinal)
        );
        Assert.Equal(
            [true, false, false],
            Packages.Value.Select(result =>
                result.Package!.Files.Any(file =>
                    file.IsText
                    && Specs.TextOf(result.Package!, file.Name).Contains("b_video", StringComparison.Ordinal)
                )
            )
        );
    }

    [Fact(DisplayName = "Every file that a package of any size refers to is in it")]
    public void NothingIsMissing()
    {
        foreach (CompileResult result in Packages.Value)
        {
            string[] names = [.. result.Package!.Files.Select(file => file.Name)];
            string all = string.Concat(
                names
                    .Where(name =>
                        name.EndsWith(".html", StringComparison.Ordinal)
                        || name.EndsWith(".js", StringComparison.Ordinal)
                    )
                    .Select(name => Specs.TextOf(result.Package!, name))
            );
            string[] used = [.. MediaNames().Matches(all).Select(match => match.Value).Distinct()];
            Assert.Subset(names.ToHashSet(), used.ToHashSet());
        }
    }

    [GeneratedRegex("<manifest [^>]*identifier=\"[^\"]*\"")]
    private static partial Regex ManifestIds();

    [GeneratedRegex("data-(page|question)=\"[^\"]*\"")]
    private static partial Regex Pages();

    [GeneratedRegex(@"\.(mp4|webm|mp3|ogg|wav|vtt)$")]
    private static partial Regex Films();

    [GeneratedRegex(@"\.(svg|png|jpe?g|gif|webp)$")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"media/[a-z0-9._-]+\.[a-z0-9]+")]
    private static partial Regex MediaNames();
}
