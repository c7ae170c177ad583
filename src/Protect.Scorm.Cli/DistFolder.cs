using System.Text;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Inspecting;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Cli;

/// <summary>The folder packages are written to. A file is written aside and then moved, so that a broken build leaves the old one whole.</summary>
internal sealed class DistFolder(string folder, bool withReports = false)
{
    private const string ChecksumFile = "SHA256SUMS";

    private readonly List<PackageSums> _written = [];
    private bool _isClean;

    /// <summary>Says so when another course of this build already has the same file name.</summary>
    public string? Clash(string fileName) =>
        _written.Any(sums => sums.FileName == fileName)
            ? $"Two courses would be written to {fileName}; give one another id."
            : null;

    /// <summary>Writes the zip, with the map of its state and what is printed beside it, and returns what they are: the zip first.</summary>
    public (IReadOnlyList<(string Name, string Digest)> Files, PackageSums Sums) Write(CompileResult result)
    {
        CleanUp();
        string name = result.Package!.FileName;
        (string Name, FileImage Image)[] files =
        [
            (name, result.Image!),
            (Path.ChangeExtension(name, null) + StateMap.Suffix, Text(result.StateMap!.Write())),
            .. result.Booklets.Select(booklet => (booklet.FileName, Text(booklet.Text))),
        ];
        // All is on the disk before the first of them takes the place of an older one.
        foreach (
            TemporaryFile aside in files
                .Select(file => new TemporaryFile(Path.Combine(folder, file.Name), file.Image))
                .ToArray()
        )
            aside.Move();
        if (withReports)
            WriteReports(
                Path.ChangeExtension(Path.Combine(folder, name), null),
                result,
                PackagePlay.OfBuilt(Path.Combine(folder, name))
            );
        PackageSums sums = Checksums.Of(result.Package!, result.Image!);
        _written.Add(sums);
        return (
            [.. files.Select((file, index) => (file.Name, index == 0 ? sums.Lines[0].Hash : file.Image.Digest()))],
            sums
        );
    }

    /// <summary>The zip, when it and the files beside it stand here as they were written; else null.</summary>
    public FileImage? Zip(IReadOnlyList<(string Name, string Digest)> files)
    {
        FileImage?[] found =
        [
            .. files.Select(file =>
                Path.Combine(folder, file.Name) is var path
                && File.Exists(path)
                && new FileImage(File.ReadAllBytes(path)) is var image
                && image.Digest() == file.Digest
                    ? image
                    : null
            ),
        ];
        return found.All(image => image is not null) ? found[0] : null;
    }

    /// <summary>A package of an earlier build that stays as it is.</summary>
    public void Keep(PackageSums sums) => _written.Add(sums);

    public string PathOf(string fileName) => Path.Combine(folder, fileName).Replace('\\', '/');

    private static FileImage Text(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <param name="run">What playing it showed; null without a browser.</param>
    private static void WriteReports(string path, CompileResult result, RunReport? run)
    {
        new TemporaryFile(path + ".report.html", Text(ConformancePage.Write(result, run))).Move();
        new TemporaryFile(path + ".report.json", new FileImage(ConformanceJson.Write(result, run))).Move();
    }

    /// <summary>Brings SHA256SUMS up to date: new lines for what was built, old lines for packages that still stand there.</summary>
    public void WriteChecksums()
    {
        if (_written.Count == 0)
            return;
        string path = Path.Combine(folder, ChecksumFile);
        string existing = File.Exists(path) ? File.ReadAllText(path) : "";
        string[] present = [.. Directory.EnumerateFiles(folder, "*.zip").Select(file => Path.GetFileName(file))];
        string lines = Checksums.Write(existing, present, _written);
        if (lines != existing)
            new TemporaryFile(path, Text(lines)).Move();
    }

    /// <summary>Takes away what a build that was killed has left. What another build is writing now is locked, and stays.</summary>
    private void CleanUp()
    {
        if (_isClean || !Directory.Exists(folder))
            return;
        _isClean = true;
        foreach (string left in Directory.EnumerateFiles(folder, "*" + TemporaryFile.Ending))
        {
            if (File.GetLastWriteTimeUtc(left) > DateTime.UtcNow.AddSeconds(-5))
                continue; // perhaps just made, and not locked yet
            try
            {
                using (new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }
                File.Delete(left);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        }
    }

    /// <summary>A file beside the one it will replace, locked until it has.</summary>
    private sealed class TemporaryFile
    {
        public const string Ending = ".new";

        private readonly string _path,
            _aside;
        private readonly FileStream _bytes;

        public TemporaryFile(string path, FileImage image)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            _path = path;
            _aside = $"{path}.{Guid.NewGuid():N}{Ending}";
            _bytes = new FileStream(
                _aside,
                FileMode.Create,
                FileAccess.Write,
                FileShare.Read | FileShare.Delete,
                bufferSize: 0
            );
            image.WriteTo(_bytes);
        }

        public void Move()
        {
            File.Move(_aside, _path, overwrite: true);
            _bytes.Dispose();
        }
    }
}
