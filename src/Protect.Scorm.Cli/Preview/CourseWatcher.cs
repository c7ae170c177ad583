using System.Collections.Concurrent;
using Protect.Scorm.Cli.Play;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Compiles courses whose files change: first the course being viewed, then other changed courses, then the rest in the
/// background. File watchers wake it immediately; as they lose events on network drives and in containers, it also
/// polls.
/// </summary>
internal sealed class CourseWatcher(Workspace workspace, ChangeStream changes) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400),
        StateAfter = TimeSpan.FromSeconds(1.5),
        BackgroundPause = TimeSpan.FromMilliseconds(100);

    // Editors save in several steps, such as an empty file, its text and a new name. Wait for this many milliseconds
    // without a change.
    private const int QuietMilliseconds = 15;

    private readonly SemaphoreSlim _wake = new(0);
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ConcurrentDictionary<string, bool> _touched = new();
    private long _lastTouch;

    /// <summary>Watches and compiles until it is stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        foreach (CourseItem course in workspace.Courses)
            Watch(course);
        Task background = Task.Run(() => Background(stop), stop);
        try
        {
            while (true)
            {
                bool woken = await _wake.WaitAsync(Pace, stop);
                while (
                    woken
                    && QuietMilliseconds - (Environment.TickCount64 - Interlocked.Read(ref _lastTouch))
                        is > 0
                            and var left
                )
                    await Task.Delay((int)left, stop);
                CourseItem[] changed =
                [
                    .. workspace
                        .Courses.Where(course => !woken || _touched.TryRemove(course.Id, out _))
                        .Where(course => course.HasChanged() | course.IsStale && course.IsCompiled)
                        .OrderByDescending(course => course.LookedAt),
                ];
                foreach (CourseItem course in changed)
                    await Task.Run(() => Compile(course), stop);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAny(background);
        }
    }

    /// <summary>Returns the current package of an item. Compiles a course now if it was never compiled.</summary>
    public async Task<Played?> Ready(string id)
    {
        WorkspaceItem? item = workspace.Find(id);
        if (item is CourseItem course)
        {
            course.LookedAt = DateTime.UtcNow;
            if (!course.IsCompiled)
                await Task.Run(() => Compile(course));
        }
        return item?.Now;
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
            watcher.Dispose();
        _wake.Dispose();
    }

    private async Task Compile(CourseItem course)
    {
        try
        {
            if (course.Compile())
                await changes.Notify(course.Id);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A file was just being moved or written: the next poll tries again.
            course.TryAgain();
        }
    }

    /// <summary>
    /// Background work: compiles courses that were never compiled, and reads the state of languages and countries.
    /// </summary>
    private async Task Background(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(BackgroundPause, stop);
            if (
                workspace
                    .Courses.OrderByDescending(course => course.LookedAt)
                    .FirstOrDefault(course => !course.IsCompiled) is
                { } first
            )
                await Compile(first);
            else if (
                workspace.Courses.FirstOrDefault(course =>
                    course.StateStaleSince is { } since && DateTime.UtcNow - since > StateAfter
                ) is
                { } next
            )
            {
                if (next.ReadState())
                    await changes.Notify(next.Id);
            }
        }
    }

    private void Watch(CourseItem course)
    {
        foreach (string folder in course.Watched.Where(Directory.Exists))
        {
            try
            {
                var watcher = new FileSystemWatcher(folder)
                {
                    IncludeSubdirectories = true,
                    InternalBufferSize = 64 * 1024,
                };
                void OnChange(object sender, FileSystemEventArgs change) => Touch(course);
                watcher.Changed += OnChange;
                watcher.Created += OnChange;
                watcher.Deleted += OnChange;
                watcher.Renamed += OnChange;
                watcher.Error += (_, _) => Touch(course);
                watcher.EnableRaisingEvents = true;
                _watchers.Add(watcher);
            }
            catch (Exception fault)
                when (fault is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
            {
                // The machine allows no more file watchers: polling is enough.
            }
        }
    }

    private void Touch(CourseItem course)
    {
        _touched[course.Id] = true;
        Interlocked.Exchange(ref _lastTouch, Environment.TickCount64);
        try
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
        catch (ObjectDisposedException)
        {
            // The preview ends.
        }
    }
}
