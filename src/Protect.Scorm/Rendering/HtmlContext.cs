using System.Globalization;
using Protect.Scorm.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>The template engine's context: strict about names, and encoding everything that is not <see cref="Html"/>.</summary>
internal sealed class HtmlContext : TemplateContext
{
    public HtmlContext()
        : base(new ScriptObject())
    {
        StrictVariables = true;
        LoopLimit = 100_000;
        EnableRelaxedMemberAccess = false;
        PushCulture(CultureInfo.InvariantCulture);
    }

    /// <summary>Fills in one template after the other; nothing of one is seen by the next.</summary>
    public string Fill(Template template, IReadOnlyDictionary<string, object?> data)
    {
        // Plain on this level: the engine looks its own loop variables up here too, and strict variables report the rest.
        var globals = new ScriptObject();
        foreach ((string name, object? value) in data)
            globals.SetValue(name, Names.Convert(value), true);
        PushGlobal(globals);
        string text = template.Render(this);
        PopGlobal();
        return text;
    }

    /// <summary>A group of names made once for many templates: the words of the player are too many to copy for each block.</summary>
    public static object Ready(IReadOnlyDictionary<string, object?> map) => new Names(map) { IsReadOnly = true };

    public override string ObjectToString(object? value, bool nested = false) =>
        value switch
        {
            null => "",
            Html html => html.Text,
            string text => Html.Encode(text),
            _ => Html.Encode(base.ObjectToString(value, nested) ?? ""),
        };

    /// <summary>A group of names for templates. A name that is not there is a fault that names the nearest one.</summary>
    private sealed class Names : ScriptObject
    {
        // The engine would look for static methods of this class each time one is made, to offer them to templates.
        public Names(IReadOnlyDictionary<string, object?> values)
            : base(values.Count, autoImportStaticsFromThisType: false)
        {
            foreach ((string name, object? value) in values)
                SetValue(name, Convert(value), true);
        }

        public override bool TryGetValue(
            TemplateContext? context,
            Scriban.Parsing.SourceSpan span,
            string member,
            out object? value
        )
        {
            if (base.TryGetValue(context!, span, member, out value))
                return true;
            throw new ScriptRuntimeException(span, $"There is no “{member}” here.{Nearest.Hint(member, Keys)}");
        }

        public static object? Convert(object? value) =>
            value switch
            {
                Names or string or Html => value,
                IReadOnlyDictionary<string, object?> map => new Names(map),
                System.Collections.IEnumerable list => new ScriptArray(list.Cast<object?>().Select(Convert)),
                _ => value,
            };
    }
}
