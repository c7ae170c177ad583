using System.Text;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Cli.Building;

/// <summary>
/// Output folder of a build. Each file is written to a temporary file and then moved, so an interrupted build never
/// leaves a half-written file.
/// </summary>
internal sealed class DistFolder(string folder, bool withReports = false)
{
    private const string ChecksumFile = "SHA256SUMS";

    private readonly List<PackageSums> _written = [];
    private bool _isClean;

    /// <summary>Returns a message if another course of this build has the same file name; otherwise null.</summary>
    public string? Clash(string fileName) =>
        _written.Any(sums => sums.FileName == fileName)
            ? $"Two courses would be written to {fileName}. Change the id of one of them."
            : null;

    /// <summary>
    /// Writes the zip, its state map and its booklets. Returns their names and SHA-256 digests, the zip first.
    /// </summary>
    public (IReadOnlyList<FileDigest> Files, PackageSums Sums) Write(CompileResult result)
    {
        CleanUp();
        string name = result.Package!.FileName;
        (string Name, FileImage Image)[] files =
        [
            (name, result.Image!),
            (Path.ChangeExtension(name, null) + StateMap.Suffix, Text(result.StateMap!.Write())),
            .. result.Booklets.Select(booklet => (booklet.FileName, Text(booklet.Html))),
        ];
        // All files are on disk before the first of them replaces an older one.
        TemporaryFile[] temporary =
        [
            .. files.Select(file => new TemporaryFile(Path.Combine(folder, file.Name), file.Image)),
        ];
        foreach (TemporaryFile file in temporary)
            file.Move();
        if (withReports)
            WriteReports(
                Path.ChangeExtension(Path.Combine(folder, name), null),
                result,
                PackagePlay.OfBuilt(Path.Combine(folder, name))
            );
        PackageSums sums = result.Sums!;
        _written.Add(sums);
        return (
            [
                .. files.Select(
                    (file, index) => new FileDigest(file.Name, index == 0 ? sums.Lines[0].Hash : file.Image.Digest())
                ),
            ],
            sums
        );
    }

    /// <summary>Returns the zip if it and the files written with it are unchanged; otherwise null.</summary>
    public FileImage? Zip(IReadOnlyList<FileDigest> files)
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

    /// <summary>Reads the state map that was written with a package; null if there is none.</summary>
    public StateMap? StateMapOf(string fileName) =>
        PackageLayout.TryRead(Path.ChangeExtension(PathOf(fileName), null) + StateMap.Suffix);

    /// <summary>Keeps a package of an earlier build that is up to date.</summary>
    public void Keep(PackageSums sums) => _written.Add(sums);

    public string PathOf(string fileName) => Path.Combine(folder, fileName).Replace('\\', '/');

    private static FileImage Text(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <param name="run">Result of playing the package; null without a browser.</param>
    private static void WriteReports(string path, CompileResult result, RunReport? run)
    {
        new TemporaryFile(path + ".report.html", Text(ConformancePage.Write(result, run))).Move();
        new TemporaryFile(path + ".report.json", new FileImage(ConformanceDocument.Write(result, run))).Move();
    }

    /// <summary>
    /// Updates SHA256SUMS: lines of the packages built now, and old lines of packages that are still in the folder.
    /// </summary>
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

    /// <summary>
    /// Deletes temporary files of a killed build. Files that another build is writing are locked and stay.
    /// </summary>
    private void CleanUp()
    {
        if (_isClean || !Directory.Exists(folder))
            return;
        _isClean = true;
        foreach (string left in Directory.EnumerateFiles(folder, "*" + TemporaryFile.Ending))
        {
            if (File.GetLastWriteTimeUtc(left) > DateTime.UtcNow.AddSeconds(-5))
                continue; // perhaps just created, and not locked yet
            try
            {
                using (new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }
                File.Delete(left);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        }
    }

    /// <summary>Temporary file next to the file it will replace, locked until it is moved or disposed.</summary>
    private sealed class TemporaryFile : IDisposable
    {
        public const string Ending = ".new";

        private readonly string _path,
            _temporary;
        private readonly FileStream _bytes;

        public TemporaryFile(string path, FileImage image)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            _path = path;
            _temporary = $"{path}.{Guid.NewGuid():N}{Ending}";
            _bytes = new FileStream(
                _temporary,
                FileMode.Create,
                FileAccess.Write,
                FileShare.Read | FileShare.Delete,
                bufferSize: 0
            );
            image.WriteTo(_bytes);
        }

        public void Move()
        {
            File.Move(_temporary, _path, overwrite: true);
            Dispose();
        }

        public void Dispose() => _bytes.Dispose();
    }
}
