using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Yaml;
using Scriban;
using Scriban.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>A place where a template reads a name.</summary>
/// <param name="Path">The name from the variables of the template; <see cref="Each"/> for the items of a list.</param>
/// <param name="Span">The last part of the name in the template.</param>
internal sealed record TemplateReading(IReadOnlyList<string> Path, Scriban.Parsing.SourceSpan Span)
{
    /// <summary>Part of a path: any item of a list.</summary>
    public const string Each = "[]";

    /// <summary>The only name below a list or a text: the number of its items or characters.</summary>
    private const string Size = "size";

    /// <summary>Finds the names that a template reads, also in branches that a course never takes.</summary>
    public static IReadOnlyList<TemplateReading> Of(Template template)
    {
        var finder = new Finder();
        finder.Visit(template.Page);
        return finder.Found;
    }

    /// <summary>Returns the message about an unknown name.</summary>
    public static string Unknown(string name, IEnumerable<string> known) =>
        $"There is no “{name}” here.{Nearest.Hint(name, known)}";

    /// <summary>
    /// Returns the message about the last part of the path; null when it is declared, or when the parts before it are
    /// not, which have messages of their own.
    /// </summary>
    public string? Fault(IReadOnlyList<ViewName> names)
    {
        ViewName? at = null;
        for (int index = 0; index < Path.Count; index++)
        {
            string part = Path[index];
            IReadOnlyList<ViewName> here = index == 0 ? names : at!.Inner;
            if (part == Each)
            {
                at = at! with { Shown = here.Count > 0 ? Shown.Group : Shown.Text };
                continue;
            }
            bool isGroup = index == 0 || at!.Shown == Shown.Group;
            if (isGroup && here.FirstOrDefault(name => name.Name == part) is { } found)
                at = found;
            else if (index < Path.Count - 1 || (!isGroup && part == Size))
                return null;
            else
                return Unknown(part, isGroup ? here.Select(name => name.Name) : [Size]);
        }
        return null;
    }

    private sealed class Finder : ScriptVisitor
    {
        /// <summary>Names of the engine in loops and conditions.</summary>
        private static readonly string[] OfEngine = ["for", "tablerow", "while", "this", "empty"];

        private readonly Dictionary<string, IReadOnlyList<string>?> _own = new(StringComparer.Ordinal);

        public List<TemplateReading> Found { get; } = [];

        public override void Visit(ScriptForStatement node)
        {
            Visit(node.Iterator);
            IReadOnlyList<string>? list = PathOf(node.Iterator);
            if (node.Variable is not ScriptVariable variable)
                return;
            bool isHidden = _own.TryGetValue(variable.Name, out IReadOnlyList<string>? hidden);
            _own[variable.Name] = list is null ? null : [.. list, Each];
            Visit(node.Body);
            if (isHidden)
                _own[variable.Name] = hidden;
            else
                _own.Remove(variable.Name);
            Visit(node.Else);
        }

        // A variable that a template sets itself can hold anything.
        public override void Visit(ScriptAssignExpression node)
        {
            if (node.Target is ScriptVariable variable)
                _own[variable.Name] = null;
            Visit(node.Value);
        }

        public override void Visit(ScriptCaptureStatement node)
        {
            if (node.Target is ScriptVariable variable)
                _own[variable.Name] = null;
            Visit(node.Body);
        }

        public override void Visit(ScriptMemberExpression node)
        {
            Visit(node.Target);
            Add(PathOf(node), node.Member);
        }

        public override void Visit(ScriptVariableGlobal node) => Add(PathOf(node), node);

        private void Add(IReadOnlyList<string>? path, ScriptNode? place)
        {
            if (path is not null && place is not null && path[^1] != Each)
                Found.Add(new TemplateReading(path, place.Span));
        }

        /// <summary>Returns the path of an expression; null when only rendering can tell what it is.</summary>
        private IReadOnlyList<string>? PathOf(ScriptNode? node) =>
            node switch
            {
                ScriptVariable variable when _own.TryGetValue(variable.Name, out IReadOnlyList<string>? path) => path,
                ScriptVariable variable => OfEngine.Contains(variable.Name) ? null : [variable.Name],
                ScriptMemberExpression member when PathOf(member.Target) is { } path => [.. path, member.Member!.Name],
                ScriptIndexerExpression item when PathOf(item.Target) is { } path => [.. path, Each],
                ScriptNestedExpression nested => PathOf(nested.Expression),
                _ => null,
            };
    }
}
