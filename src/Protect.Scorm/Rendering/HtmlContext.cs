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
    /// <param name="common">Values that every template sees (<see cref="Globals"/>).</param>
    public HtmlContext(ScriptObject common)
        : base(new ScriptObject())
    {
        StrictVariables = true;
        LoopLimit = 100_000;
        LimitToString = 0; // the default cuts every text after 1,048,576 characters, without an error
        EnableRelaxedMemberAccess = false;
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(common);
    }

    /// <summary>Fills in a template. Its variables are not visible to the next one.</summary>
    public string Fill(Template template, IReadOnlyDictionary<string, object?> data)
    {
        PushGlobal(Globals(data));
        string text = template.Render(this);
        PopGlobal();
        return text;
    }

    /// <summary>
    /// Wraps the values at the top, once for all templates that share them. StrictVariables reports unknown names.
    /// </summary>
    public static ScriptObject Globals(IReadOnlyDictionary<string, object?> data)
    {
        // Not a Names: the engine looks up its loop variables here too.
        var globals = new ScriptObject();
        foreach ((string name, object? value) in data)
            globals.SetValue(name, Names.Convert(value), true);
        return globals;
    }

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
        private Names(IReadOnlyDictionary<string, object?> values)
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
            throw new ScriptRuntimeException(span, TemplateReading.Unknown(member, Keys));
        }

        public static object? Convert(object? value) =>
            value switch
            {
                string or Html => value,
                IReadOnlyDictionary<string, object?> map => new Names(map),
                System.Collections.IEnumerable list => new ScriptArray(list.Cast<object?>().Select(Convert)),
                _ => value,
            };
    }
}
