using System.Globalization;
using Protect.Scorm.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Context of the template engine. Unknown names are faults; values other than <see cref="Html"/> are encoded.
/// </summary>
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

    /// <summary>Fills in a template. Its variables are not visible to the next one.</summary>
    public string Fill(Template template, IReadOnlyDictionary<string, object?> data)
    {
        // Not a Names: the engine looks up its loop variables here too. StrictVariables reports the others.
        var globals = new ScriptObject();
        foreach ((string name, object? value) in data)
            globals.SetValue(name, Names.Convert(value), true);
        PushGlobal(globals);
        string text = template.Render(this);
        PopGlobal();
        return text;
    }

    /// <summary>
    /// Wraps a group of names once for many templates; copying the player's words for each block is too slow.
    /// </summary>
    public static object Ready(IReadOnlyDictionary<string, object?> map) => new Names(map) { IsReadOnly = true };

    public override string ObjectToString(object? value, bool nested = false) =>
        value switch
        {
            null => "",
            Html html => html.Text,
            string text => Html.Encode(text),
            _ => Html.Encode(base.ObjectToString(value, nested) ?? ""),
        };

    /// <summary>Group of names for templates. An unknown name is a fault that suggests the nearest one.</summary>
    private sealed class Names : ScriptObject
    {
        // Without this, the engine searches the class for static methods at each construction.
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
