using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Cli.Packages;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Running;
using Protect.Scorm.Packaging;
using Protect.Scorm.Playing;

namespace Protect.Scorm.Cli.Building;

/// <summary>
/// Output folder of a build. Each file is written to a temporary file and then moved, so an interrupted build never
/// leaves a half-written file. Several builds may write to the folder at the same time.
/// </summary>
internal sealed class DistFolder(string folder, bool withReports = false)
{
    private const string ChecksumFile = "SHA256SUMS";

    /// <summary>Starts a line that <c>sha256sum -c</c> ignores.</summary>
    private const byte Comment = (byte)'#';

    /// <summary>Time that a stopped build waits for another one before it leaves SHA256SUMS as it is.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private readonly List<PackageSums> _written = [];
    private bool _isClean;

    /// <summary>Returns a message if another course of this build has the same file name; otherwise null.</summary>
    public string? Clash(string fileName) =>
        _written.Any(sums => sums.FileName == fileName)
            ? $"Two courses would be written to {fileName}. Change the id of one of them."
            : null;

    /// <summary>
    /// Writes the zip, its state map, its booklets and its toolboxes. Returns their names and SHA-256 digests, the zip
    /// first, and the lines of SHA256SUMS for each zip.
    /// </summary>
    /// <param name="result">Result of the compilation.</param>
    /// <param name="stop">Cancels the wait for another build.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled; nothing was replaced.</exception>
    public (IReadOnlyList<FileDigest> Files, IReadOnlyList<PackageSums> Sums) Write(
        CompileResult result,
        CancellationToken stop
    )
    {
        CleanUp();
        string name = result.Package!.FileName;
        (string Name, FileImage Image)[] files =
        [
            (name, result.Image!),
            (Path.ChangeExtension(name, null) + StateMap.Suffix, Text(result.StateMap!.Write())),
            .. result.Booklets.Select(booklet => (booklet.FileName, Text(booklet.Html))),
            .. result.Toolboxes.Select(toolbox => (toolbox.FileName, toolbox.Image)),
        ];
        PackageSums[] sums = [result.Sums!, .. result.Toolboxes.Select(toolbox => toolbox.Sums)];
        Replace(sums, files, stop);
        if (withReports)
            WriteReports(
                Path.ChangeExtension(Path.Combine(folder, name), null),
                result,
                PackagePlay.OfBuilt(Path.Combine(folder, name))
            );
        _written.AddRange(sums);
        return (
            [
                .. files.Select(
                    (file, index) => new FileDigest(file.Name, index == 0 ? sums[0].Lines[0].Hash : file.Image.Digest())
                ),
            ],
            sums
        );
    }

    private void Replace(PackageSums[] sums, (string Name, FileImage Image)[] files, CancellationToken stop)
    {
        var temporary = new List<TemporaryFile>();
        try
        {
            // All files are on disk before the first of them replaces an older one.
            foreach ((string file, FileImage image) in files)
                temporary.Add(new TemporaryFile(Path.Combine(folder, file), image));
            using FolderLock held = FolderLock.Take(folder, stop);
            foreach (PackageSums zip in sums)
                WithdrawChecksums(zip.FileName, zip.Lines[0].Hash);
            foreach (TemporaryFile file in temporary)
                file.Move();
        }
        finally
        {
            temporary.ForEach(file => file.Dispose());
        }
    }

    /// <summary>Returns the zip if it and the files written with it are unchanged; otherwise null.</summary>
    public FileImage? Zip(IReadOnlyList<FileDigest> files)
    {
        FileImage?[] found = [.. files.Select(file => Unchanged(file.Name, file.Digest))];
        return found.All(image => image is not null) ? found[0] : null;
    }

    /// <summary>Returns a file of the folder if it has this SHA-256; otherwise null.</summary>
    private FileImage? Unchanged(string name, string digest) =>
        Path.Combine(folder, name) is var path
        && InputFile.Exists(path)
        && new FileImage(InputFile.Read(path)) is var image
        && image.Digest() == digest
            ? image
            : null;

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
        TemporaryFile.Write(path + ".accessibility.html", Text(AccessibilityPage.Write(result)));
        TemporaryFile.Write(path + ".report.html", Text(ConformancePage.Write(result, run)));
        TemporaryFile.Write(path + ".report.json", new FileImage(ConformanceDocument.Write(result, run)));
    }

    /// <summary>
    /// Turns the lines of a package that is about to be replaced into comments, so that a build that is killed now
    /// leaves no wrong checksum. One byte per line is written in place.
    /// </summary>
    private void WithdrawChecksums(string name, string hash)
    {
        string path = Path.Combine(folder, ChecksumFile);
        if (!File.Exists(path))
            return;
        byte[] text = InputFile.Read(path);
        List<int> lines = [.. Checksums.LinesOf(text, name)];
        if (lines.Count == 0 || text.AsSpan(lines[0]).StartsWith(Encoding.ASCII.GetBytes(hash)))
            return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        foreach (int line in lines)
            RandomAccess.Write(file.SafeFileHandle, [Comment], line);
    }

    /// <summary>
    /// Updates SHA256SUMS: lines of the packages built now, and old lines of packages that are still in the folder.
    /// Lines of a package that another build has replaced meanwhile are left to that build.
    /// </summary>
    /// <param name="stop">Signalled when the user stopped the build, which then waits for seconds only.</param>
    public void WriteChecksums(CancellationToken stop)
    {
        if (_written.Count == 0)
            return;
        using var last = new CancellationTokenSource();
        using CancellationTokenRegistration registration = stop.Register(() => last.CancelAfter(LastWait));
        try
        {
            using FolderLock held = FolderLock.Take(folder, last.Token);
            string path = Path.Combine(folder, ChecksumFile);
            string existing = File.Exists(path) ? InputFile.ReadText(path) : "";
            string[] present = [.. Directory.EnumerateFiles(folder, "*.zip").Select(file => Path.GetFileName(file))];
            PackageSums[] own = [.. _written.Where(sums => Unchanged(sums.FileName, sums.Lines[0].Hash) is not null)];
            string lines = Checksums.Write(existing, present, own);
            if (lines != existing)
                TemporaryFile.Write(path, Text(lines));
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"{ChecksumFile} was not updated: another build is writing to “{folder}”.");
        }
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
}
