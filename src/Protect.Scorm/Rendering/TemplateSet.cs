using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>Templates of a theme, read once and filled in many times.</summary>
internal sealed partial class TemplateSet(
    Theme theme,
    DiagnosticBag bag,
    ConcurrentDictionary<string, (Template? Template, SourceFile File)> templates
)
{
    // Parsed once per process: a parsed template is immutable, its data are in the context.
    private static readonly ConcurrentDictionary<(string Path, string Text), Template> Parsed = new();

    private HtmlContext _context = new();

    public TemplateSet(Theme theme, DiagnosticBag bag)
        : this(theme, bag, new(StringComparer.Ordinal)) { }

    /// <summary>Returns the same templates, with their findings reported to another bag.</summary>
    public TemplateSet For(DiagnosticBag other) => new(theme, other, templates);

    /// <summary>Fills in a template. A fault in it becomes a diagnostic at its place in the template.</summary>
    public Html Render(string path, IReadOnlyDictionary<string, object?> data)
    {
        (Template? template, SourceFile file) = Load(path);
        if (template is null)
            return Html.Empty;
        try
        {
            return new Html(_context.Fill(template, data));
        }
        catch (ScriptRuntimeException e)
        {
            _context = new HtmlContext(); // the fault left it in the middle of a template
            bag.Add(RenderingRules.TemplateFault, Place(file, e.Span), Sentence(Explain(e.OriginalMessage, data.Keys)));
            return Html.Empty;
        }
    }

    /// <summary>Returns true when the text of a template contains the name.</summary>
    public bool Mentions(string path, string name) => Load(path).File.Text.Contains(name, StringComparison.Ordinal);

    private (Template? Template, SourceFile File) Load(string path)
    {
        if (templates.TryGetValue(path, out var known))
            return known;
        SourceFolder folder = theme.FolderOf(path);
        SourceFile file = folder.Text(path) ?? SourceFile.WithoutText(folder.Display(path));
        Template? template = Parsed.GetOrAdd(
            (file.Path, file.Text.ReplaceLineEndings("\n")),
            static key => Template.Parse(key.Text, key.Path)
        );
        if (template.HasErrors)
        {
            foreach (LogMessage message in template.Messages.Where(m => m.Type == ParserMessageType.Error))
                bag.Add(RenderingRules.TemplateSyntax, Place(file, message.Span), Sentence(message.Message));
            template = null;
        }
        return templates[path] = (template, file);
    }

    private static Diagnostics.SourceSpan Place(SourceFile file, Scriban.Parsing.SourceSpan span) =>
        file.At(
            span.Start.Line + 1,
            span.Start.Column + 1,
            span.End.Line == span.Start.Line ? span.End.Column - span.Start.Column + 1 : 1
        );

    private static string Explain(string message, IEnumerable<string> names) =>
        UnknownVariable().Match(message) is { Success: true } match
            ? $"There is no “{match.Groups[1].Value}” here.{Nearest.Hint(match.Groups[1].Value, names)}"
            : message;

    [GeneratedRegex("variable or function `([^`]+)` was not found")]
    private static partial Regex UnknownVariable();

    private static string Sentence(string message) =>
        message.TrimEnd('.', ' ') is var text && text.EndsWith('?') ? text : text + ".";
}
