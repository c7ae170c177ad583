using System.Globalization;
using Protect.Scorm.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>The template engine's context: strict about names, and encoding everything that is not <see cref="Html"/>.</summary>
internal sealed class HtmlContext : TemplateContext
{
    public HtmlContext(IReadOnlyDictionary<string, object?> data) : base(new ScriptObject())
    {
        StrictVariables = true;
        LoopLimit = 100_000;
        EnableRelaxedMemberAccess = false;
        PushCulture(CultureInfo.InvariantCulture);
        // Plain on this level: the engine looks its own loop variables up here too, and strict variables report the rest.
        var globals = new ScriptObject();
        foreach ((string name, object? value) in data) globals.SetValue(name, Names.Convert(value), true);
        PushGlobal(globals);
    }

    public override string ObjectToString(object? value, bool nested = false) => value switch
    {
        null => "",
        Html html => html.Text,
        string text => Html.Encode(text),
        _ => Html.Encode(base.ObjectToString(value, nested) ?? ""),
    };

    /// <summary>A group of names for templates. A name that is not there is a fault that names the nearest one.</summary>
    private sealed class Names : ScriptObject
    {
        public Names(IReadOnlyDictionary<string, object?> values)
        {
            foreach ((string name, object? value) in values) SetValue(name, Convert(value), true);
        }

        public override bool TryGetValue(TemplateContext? context, Scriban.Parsing.SourceSpan span, string member, out object? value)
        {
            if (base.TryGetValue(context!, span, member, out value)) return true;
            throw new ScriptRuntimeException(span, $"There is no “{member}” here.{Nearest.Hint(member, Keys)}");
        }

        public static object? Convert(object? value) => value switch
        {
            IReadOnlyDictionary<string, object?> map => new Names(map),
            string or Html => value,
            System.Collections.IEnumerable list => new ScriptArray(list.Cast<object?>().Select(Convert)),
            _ => value,
        };
    }
}
