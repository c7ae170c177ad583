using System.Diagnostics;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Building;

/// <summary>
/// Lock of an output folder, for the short time in which a build replaces files. Works between processes; the system
/// releases it when the process ends. Its file is in the folder of the cache and stays there.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>Name of the file in the folder of the cache.</summary>
    public const string FileName = "lock";

    /// <summary>Time after which a waiting build says so.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(1);

    private const int PollMilliseconds = 10;

    // Error codes of Linux, other Unix systems and Windows for a file that another process has locked.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Waits until no other build holds the lock. Prints a sentence after a second.</summary>
    /// <param name="folder">Output folder; created if there is none.</param>
    /// <param name="stop">Cancels the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static FolderLock Take(string folder, CancellationToken stop)
    {
        string path = Path.Combine(CacheFolder.Create(folder), FileName);
        InputFile.Refuse(path);
        var waited = Stopwatch.StartNew();
        for (bool isReported = false; ; )
        {
            try
            {
                return new FolderLock(
                    new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
                );
            }
            catch (IOException held) when (Held.Contains(held.HResult)) { }
            if (!isReported && waited.Elapsed > Silent)
            {
                isReported = true;
                Console.Error.WriteLine($"Waiting: another build is writing to “{folder}”.");
            }
            stop.WaitHandle.WaitOne(PollMilliseconds);
            stop.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _file.Dispose();
}
