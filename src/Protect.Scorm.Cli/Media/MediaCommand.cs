using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Play;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Model;
using Protect.Scorm.Packaging;

namespace Protect.Scorm.Cli.Media;

/// <summary>
/// Command <c>protect-scorm media</c>: makes smaller pictures. It is not part of a build, which never changes its
/// sources.
/// </summary>
internal static class MediaCommand
{
    public static Command Create()
    {
        var courses = new CourseArguments();
        var write = new Option<bool>("--write")
        {
            Description =
                "Write the smaller files. Originals are moved to originals/. A photograph saved as PNG becomes WebP, "
                + "and its name in the course is changed.",
        };
        var strip = new Option<bool>("--strip")
        {
            Description = "Only remove metadata, such as the GPS position. No pixel changes, and no browser is needed.",
        };
        var light = new Option<bool>("--light")
        {
            Description = "Also make pictures for light packages: media/x.light.jpg for media/x.jpg.",
        };
        var command = new Command(
            "media",
            "Finds pictures that are larger than needed or contain a GPS position, and makes smaller ones."
        )
        {
            courses.Folders,
            courses.Course,
            write,
            strip,
            light,
        };
        command.SetAction(
            async (arguments, stop) =>
            {
                if (courses.Select(arguments) is not { } folders)
                    return ExitCodes.WrongArguments;
                bool done = true;
                await using PictureScaler? scaler = arguments.GetValue(strip) ? null : new PictureScaler();
                foreach (string folder in folders)
                    done &= await Run(folder, scaler, arguments.GetValue(light), arguments.GetValue(write), stop);
                if (scaler?.Lack is not { } lack)
                    return done ? ExitCodes.Success : ExitCodes.CourseHasErrors;
                Console.Error.WriteLine($"Pictures were not made smaller, because this needs a browser. {lack}");
                return ExitCodes.CourseHasErrors;
            }
        );
        return command;
    }

    private static async Task<bool> Run(
        string path,
        PictureScaler? scaler,
        bool makeLight,
        bool write,
        CancellationToken stop
    )
    {
        var bag = new DiagnosticBag();
        SourceFolder folder = SourceFolder.Course(path, CourseArguments.Shown(path));
        var source = new CourseSource(folder);
        Course? course = source.Read(bag);
        foreach (Diagnostic finding in bag.Sorted.Where(finding => finding.IsError))
            Console.Error.WriteLine(DiagnosticText.Format(finding));
        if (course is null || bag.HasErrors)
            return false;
        var works = new PictureWorks(scaler, makeLight, new PictureReferences(path, source, course));
        // The pictures of a bank belong to several courses.
        SourceFolder own = SourceFolder.OnDisk(path, "");
        CoursePicture[] pictures = [.. CoursePictures.Of(course, folder).Where(picture => own.Exists(picture.Path))];
        long before = 0,
            after = 0;
        int changed = 0;
        foreach (CoursePicture picture in pictures)
        {
            PictureWork work = await works.Of(picture, folder.Read(picture.Path), name => folder.Exists(name), stop);
            before += work.Before.Length;
            after += work.After?.Length ?? work.Before.Length;
            if (work.Notes.Count == 0)
                continue;
            changed++;
            Console.Out.WriteLine(Line(folder.Display(picture.Path), work));
            if (write)
                Write(path, work);
        }
        Console.Out.WriteLine(
            changed == 0
                ? $"{Name(path)}: {Count(pictures.Length)}, nothing to change."
                : $"{Name(path)}: {Count(pictures.Length)}, {Yaml.ByteSizes.Show(before)} → "
                    + $"{Yaml.ByteSizes.Show(after)}."
                    + (write ? "" : " Nothing was written. Add --write to write the files.")
        );
        return true;
    }

    private static string Line(string shown, PictureWork work)
    {
        string after = work.After is { } bytes ? $"→ {Facts(bytes)}" : "unchanged";
        return $"{shown}  {Facts(work.Before)}  {after}  {string.Join("; ", work.Notes)}";
    }

    private static string Facts(byte[] bytes) =>
        PictureSize.Read(bytes) is { } size
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{size.Width} × {size.Height}, {Yaml.ByteSizes.Show(bytes.Length)}"
            )
            : Yaml.ByteSizes.Show(bytes.Length);

    private static string Count(int pictures) => pictures == 1 ? "1 picture" : $"{pictures} pictures";

    private static string Name(string path) => CourseArguments.Shown(path) is { Length: > 0 } shown ? shown : ".";

    private static void Write(string course, PictureWork work)
    {
        if (work.Original is { } original)
            WriteFile(Free(Path.Combine(course, PictureWorks.OriginalOf(work.Path)), original), original);
        if (work.Extra is { } extra && !File.Exists(Path.Combine(course, extra.Path)))
            WriteFile(Path.Combine(course, extra.Path), extra.Bytes);
        if (work.After is { } after)
            WriteFile(Path.Combine(course, work.Rename?.Path ?? work.Path), after);
        if (work.Rename is not { } rename)
            return;
        foreach ((string file, byte[] text) in rename.Files)
            WriteFile(Path.Combine(course, file), text);
        File.Delete(Path.Combine(course, work.Path));
    }

    /// <summary>Returns the path, or one with a number if a different original already has this name.</summary>
    private static string Free(string path, byte[] bytes)
    {
        string free = path;
        for (int number = 2; File.Exists(free) && !InputFile.Read(free).AsSpan().SequenceEqual(bytes); number++)
            free = Path.ChangeExtension(path, $".{number}{Path.GetExtension(path)}");
        return free;
    }

    // Writes a temporary file and moves it, so that an interruption never leaves a half-written picture.
    private static void WriteFile(string path, byte[] bytes)
    {
        TemporaryFile.Write(path, new FileImage(bytes));
    }
}
