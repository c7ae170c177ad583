using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>A template ready to fill in, with the names that it reads.</summary>
/// <param name="Template">Null when it cannot be used; its faults are reported.</param>
/// <param name="Readings">The names.</param>
/// <param name="File">Its text.</param>
internal sealed record LoadedTemplate(Template? Template, IReadOnlyList<TemplateReading> Readings, SourceFile File);

/// <summary>Templates of a theme with the values that all of them see. Thread-safe.</summary>
internal sealed class TemplateSet
{
    // Parsed once per process: a parsed template is immutable, its data are in the context.
    private static readonly ConcurrentDictionary<
        (string Path, string Text),
        (Template Template, IReadOnlyList<TemplateReading> Readings)
    > Parsed = new();

    private readonly ConcurrentDictionary<string, LoadedTemplate> _loaded = new(StringComparer.Ordinal);
    private readonly Theme _theme;

    /// <summary>Reports the faults in all templates that the theme replaces, also in those that no page uses.</summary>
    public TemplateSet(Theme theme, Course course, UiStrings strings, DiagnosticBag bag)
    {
        _theme = theme;
        CommonNames = CommonView.Names(strings.Page.Keys);
        Common = HtmlContext.Globals(CommonView.Show(course, strings));
        foreach (TemplateFile file in TemplateFiles.All.Where(file => theme.Replaces(file.Path)))
            _loaded[file.Path] = Checked(file, bag);
    }

    /// <summary>Names that every template can use.</summary>
    public IReadOnlyList<ViewName> CommonNames { get; }

    public ScriptObject Common { get; }

    public LoadedTemplate this[TemplateFile file] => _loaded.GetOrAdd(file.Path, Load);

    /// <summary>Returns the place of a part of a template.</summary>
    public static Diagnostics.SourceSpan Place(SourceFile file, Scriban.Parsing.SourceSpan span) =>
        file.At(
            span.Start.Line + 1,
            span.Start.Column + 1,
            span.End.Line == span.Start.Line ? span.End.Column - span.Start.Column + 1 : 1
        );

    public static string Sentence(string message) =>
        message.TrimEnd('.', ' ') is var text && text.EndsWith('?') ? text : text + ".";

    private LoadedTemplate Load(string path)
    {
        SourceFolder folder = _theme.FolderOf(path);
        SourceFile file = folder.Text(path) ?? SourceFile.WithoutText(folder.Display(path));
        (Template template, IReadOnlyList<TemplateReading> readings) = Parsed.GetOrAdd(
            (file.Path, file.Text.ReplaceLineEndings("\n")),
            static key =>
            {
                var template = Template.Parse(key.Text, key.Path);
                return (template, template.HasErrors ? [] : TemplateReading.Of(template));
            }
        );
        return new LoadedTemplate(template, readings, file);
    }

    private LoadedTemplate Checked(TemplateFile file, DiagnosticBag bag)
    {
        LoadedTemplate loaded = Load(file.Path);
        foreach (LogMessage message in loaded.Template!.Messages.Where(m => m.Type == ParserMessageType.Error))
            bag.Add(RenderingRules.TemplateSyntax, Place(loaded.File, message.Span), Sentence(message.Message));
        IReadOnlyList<ViewName> names = [.. file.Names, .. CommonNames];
        bool isSound = !loaded.Template.HasErrors;
        foreach (TemplateReading reading in loaded.Readings)
        {
            if (reading.Fault(names) is not { } fault)
                continue;
            isSound = false;
            bag.Add(RenderingRules.TemplateFault, Place(loaded.File, reading.Span), Sentence(fault));
        }
        return isSound ? loaded : loaded with { Template = null };
    }
}

/// <summary>Fills in templates and reports what goes wrong. Not thread-safe.</summary>
internal sealed partial class TemplateRenderer(TemplateSet templates, DiagnosticBag bag)
{
    private readonly List<(TemplateFile File, string Html)> _parts = [];
    private HtmlContext _context = new(templates.Common);

    /// <summary>Output of the templates of pages and blocks, to find the template of a faulty element.</summary>
    public IReadOnlyList<(TemplateFile File, string Html)> Parts => _parts;

    /// <summary>Fills in a template. A fault in it becomes a diagnostic at its place in the template.</summary>
    public Html Render<T>(TemplateFile<T> file, T data)
    {
        LoadedTemplate loaded = templates[file];
        if (loaded.Template is null)
            return Html.Empty;
        try
        {
            var html = new Html(_context.Fill(loaded.Template, file.View.Show(data)));
            if (!TemplateFiles.IsDocument(file))
                _parts.Add((file, html.Text.Trim()));
            return html;
        }
        catch (ScriptRuntimeException e)
        {
            _context = new HtmlContext(templates.Common); // the fault left it in the middle of a template
            IEnumerable<ViewName> names = file.Names.Concat(templates.CommonNames);
            bag.Add(
                RenderingRules.TemplateFault,
                TemplateSet.Place(loaded.File, e.Span),
                TemplateSet.Sentence(Explain(e.OriginalMessage, names.Select(name => name.Name)))
            );
            return Html.Empty;
        }
    }

    /// <summary>Returns true when a template reads a name.</summary>
    public bool Reads(TemplateFile file, string name) =>
        templates[file].Readings.Any(reading => reading.Path is [var only] && only == name);

    private static string Explain(string message, IEnumerable<string> names) =>
        UnknownVariable().Match(message) is { Success: true } match
            ? TemplateReading.Unknown(match.Groups[1].Value, names)
        : message.Contains(nameof(TemplateContext.LimitToString), StringComparison.Ordinal) ? HtmlContext.TooMuchMade
        : message.Contains(nameof(TemplateContext.OutputLimit), StringComparison.Ordinal)
            ? Limit("writes", HtmlContext.MostWritten, "characters")
        : message.Contains("iteration limit", StringComparison.Ordinal)
            ? Limit("repeats its loops", HtmlContext.MostPasses, "times")
        : message;

    private static string Limit(string does, int most, string of) =>
        FormattableString.Invariant($"This template {does} more than {most:#,0} {of}.");

    [GeneratedRegex("variable or function `([^`]+)` was not found")]
    private static partial Regex UnknownVariable();
}
