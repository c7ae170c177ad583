using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Something that can be played: files by name, and the one that opens first.</summary>
internal sealed record Played(string Title, string Href, Func<string, byte[]?> Read);

/// <summary>A course folder or a zip: named at the start, or handed over on the page.</summary>
internal abstract class WorkspaceItem(string id, string name)
{
    public string Id => id;

    /// <summary>As it was typed.</summary>
    public string Name => name;

    /// <summary>What there is to play now; null when it was never sound.</summary>
    public abstract Played? Now { get; }

    /// <summary>Counts the sound packages: 0 before the first.</summary>
    public abstract int Version { get; }

    /// <summary>Of the last look, in order.</summary>
    public abstract IReadOnlyList<Diagnostic> Findings { get; }
}

/// <summary>What the preview shows, in the order in which it came. Items are added, never taken away.</summary>
internal sealed class Workspace
{
    /// <summary>Most packages that are handed over on the page while the preview runs.</summary>
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

    /// <summary>Adds what <paramref name="make"/> makes of the next free id.</summary>
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

    /// <summary>False when no more packages may be handed over.</summary>
    public bool Reserve() => Interlocked.Increment(ref _added) <= MostAdded;
}
