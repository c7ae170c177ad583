using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>Name that a template can use: its form, and a sentence for the reference of templates.</summary>
internal sealed record ViewName(string Name, Shown Shown, string Summary)
{
    /// <summary>Names below this one: those of a group, or of each item of a list.</summary>
    public IReadOnlyList<ViewName> Inner { get; init; } = [];

    /// <summary>Returns the name of a field as authors write it.</summary>
    public static ViewName Of(FieldDescription field) =>
        new(field.Name, field.Shown, field.Summary) { Inner = [.. field.Inner.Where(f => !f.IsSecret).Select(Of)] };
}

/// <summary>
/// Declaration of the names under which templates see a record. The data of the templates, the check of the names that
/// a theme uses and the reference of templates derive from it.
/// </summary>
internal sealed class View<T>
{
    private readonly List<(ViewName Name, Func<T, object?> Get)> _names = [];

    public IReadOnlyList<ViewName> Names => [.. _names.Select(name => name.Name)];

    public bool Has(string name) => _names.Exists(known => known.Name.Name == name);

    public View<T> Text(string name, Func<T, string?> get, string summary) => Add(new(name, Shown.Text, summary), get);

    public View<T> Number(string name, Func<T, int?> get, string summary) =>
        Add(new(name, Shown.Number, summary), record => get(record));

    public View<T> Flag(string name, Func<T, bool> get, string summary) =>
        Add(new(name, Shown.Flag, summary), record => get(record));

    public View<T> Texts(string name, Func<T, IEnumerable<string>> get, string summary) =>
        Add(new(name, Shown.List, summary), get);

    public View<T> Markdown(string name, Func<T, RichText?> get, string summary) =>
        Add(new(name, Shown.Html, summary), get);

    public View<T> Group<TInner>(string name, View<TInner> view, Func<T, TInner?> get, string summary)
        where TInner : class =>
        Add(
            new(name, Shown.Group, summary) { Inner = view.Names },
            record => get(record) is { } inner ? view.Show(inner) : null
        );

    public View<T> List<TInner>(string name, View<TInner> view, Func<T, IEnumerable<TInner>?> get, string summary) =>
        Add(
            new(name, Shown.List, summary) { Inner = view.Names },
            record => get(record) is { } items ? items.Select(view.Show).ToList() : null
        );

    /// <summary>Adds a name whose value is converted by the step that renders it, or needs no conversion.</summary>
    public View<T> Add(ViewName name, Func<T, object?> get)
    {
        _names.Add((name, get));
        return this;
    }

    /// <summary>Returns the values of a record by name.</summary>
    public IReadOnlyDictionary<string, object?> Show(T record)
    {
        var values = new Dictionary<string, object?>(_names.Count, StringComparer.Ordinal);
        AddTo(values, record);
        return values;
    }

    /// <summary>Adds the values of a record to others; a value replaces one of the same name.</summary>
    public void AddTo(Dictionary<string, object?> values, T record)
    {
        foreach ((ViewName name, Func<T, object?> get) in _names)
            values[name.Name] = get(record);
    }
}
