using System.Security.Cryptography;
using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Playable package: its files by name, and the file that opens first.</summary>
internal sealed record Played(string Title, string Href, Func<string, byte[]?> Read);

/// <summary>Course folder or zip: named at the start, or uploaded on the page.</summary>
/// <param name="id">Id in the workspace.</param>
/// <param name="name">Path as typed, or name of the uploaded file.</param>
/// <param name="identity">Text that differs for each package; null for one that is new in each run.</param>
internal abstract class WorkspaceItem(string id, string name, string? identity)
{
    public string Id => id;

    /// <summary>
    /// First part of the host name under which it plays. It is the same for the same package only, because a browser
    /// keeps the storage of a host.
    /// </summary>
    public string Label { get; } =
        $"{id}-"
        + (
            identity is null
                ? Guid.NewGuid().ToString("N")[..LabelLength]
                : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..LabelLength]
        );

    private const int LabelLength = 12;

    /// <summary>Path as typed, or name of the uploaded file.</summary>
    public string Name => name;

    /// <summary>Current package; null if there was never one without errors.</summary>
    public abstract Played? Now { get; }

    /// <summary>Number of packages without errors so far.</summary>
    public abstract int Version { get; }

    /// <summary>Findings of the last compilation or inspection, in order.</summary>
    public abstract IReadOnlyList<Diagnostic> Findings { get; }
}

/// <summary>
/// Courses and packages that the preview shows, in the order of their arrival. Items are never removed.
/// </summary>
internal sealed class Workspace
{
    /// <summary>Largest number of uploads while the preview runs.</summary>
    public const int MostAdded = 50;

    private readonly List<WorkspaceItem> _items = [];
    private int _added;

    public IReadOnlyList<WorkspaceItem> Items
    {
        get
        {
            lock (_items)
                return [.. _items];
        }
    }

    public IEnumerable<CourseItem> Courses => Items.OfType<CourseItem>();

    public WorkspaceItem? Find(string id) => Items.FirstOrDefault(item => item.Id == id);

    /// <summary>Adds the item that <paramref name="make"/> creates for the next free id.</summary>
    public T Add<T>(Func<string, T> make)
        where T : WorkspaceItem
    {
        lock (_items)
        {
            T item = make($"i{_items.Count + 1}");
            _items.Add(item);
            return item;
        }
    }

    /// <summary>Counts one upload; false if the limit is reached.</summary>
    public bool Reserve() => Interlocked.Increment(ref _added) <= MostAdded;
}
