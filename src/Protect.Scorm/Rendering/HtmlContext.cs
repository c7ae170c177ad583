using System.Globalization;
using System.Numerics;
using Protect.Scorm.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Context of the template engine. Unknown names are faults; values other than <see cref="Html"/> are encoded. The
/// memory and the time that one template may take are limited.
/// </summary>
internal sealed class HtmlContext : TemplateContext
{
    /// <summary>Most characters that one template may write, also into variables.</summary>
    public const int MostWritten = 16_000_000;

    /// <summary>
    /// Most characters of the texts that one template may make with its own expressions; an entry of a list or group
    /// counts as <see cref="EntryCost"/>.
    /// </summary>
    public const int MostMade = 4_000_000;

    /// <summary>Most expressions and statements that one template may run.</summary>
    public const int MostSteps = 10_000_000;

    /// <summary>Most passes of a loop in a template, together with those of the loops inside it.</summary>
    public const int MostPasses = 100_000;

    private const int EntryCost = 32;

    /// <summary>Bytes of the largest number.</summary>
    private const int LargestNumber = 83;

    private int _steps;
    private long _made;
    private Scriban.Parsing.SourceSpan _at;

    /// <param name="common">Values that every template sees (<see cref="Globals"/>).</param>
    public HtmlContext(ScriptObject common)
        : base(new ScriptObject())
    {
        StrictVariables = true;
        LoopLimit = MostPasses;
        // The engine would cut texts and output without an error.
        LimitToString = MostMade;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OutputLimit = MostWritten;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        EnableRelaxedMemberAccess = false;
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(common);
    }

    /// <summary>Fills in a template. Its variables are not visible to the next one.</summary>
    public string Fill(Template template, IReadOnlyDictionary<string, object?> data)
    {
        (_steps, _made) = (0, 0);
        PushGlobal(Globals(data));
        string text = template.Render(this);
        PopGlobal();
        return text;
    }

    // The engine limits single texts and loops, not their sum. Each operation comes by here.
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (++_steps > MostSteps)
            throw new ScriptRuntimeException(
                scriptNode?.Span ?? default,
                FormattableString.Invariant($"This template takes more than {MostSteps:#,0} steps.")
            );
        if (scriptNode is ScriptStatement { Span: var span } and not ScriptBlockStatement)
            _at = span;
        object? value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is not (string or ScriptArray or ScriptObject or BigInteger) || !Makes(scriptNode))
            return value;
        if (value is BigInteger number && number.GetByteCount() > LargestNumber)
            throw new ScriptRuntimeException(scriptNode?.Span ?? default, "This number has more than 200 digits.");
        _made += value switch
        {
            string text => text.Length,
            ScriptArray list => (long)EntryCost * list.Count,
            ScriptObject group => (long)EntryCost * group.Count,
            _ => EntryCost,
        };
        if (_made > MostMade)
            throw new ScriptRuntimeException(scriptNode?.Span ?? default, TooMuchMade);
        return value;
    }

    /// <summary>Message about a template that exceeds <see cref="MostMade"/>.</summary>
    public static string TooMuchMade { get; } =
        FormattableString.Invariant(
            $"This template makes more than {MostMade:#,0} characters of text in its {{{{ … }}}}."
        );

    /// <summary>Returns true for an operation that makes a new value.</summary>
    private static bool Makes(ScriptNode? node) =>
        node
            is ScriptBinaryExpression
                or ScriptInterpolatedExpression
                or ScriptInterpolatedStringExpression
                or ScriptArrayInitializerExpression
                or ScriptObjectInitializerExpression
                or ScriptFunctionCall
                or ScriptPipeCall
                or ScriptUnaryExpression;

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
            _ => Html.Encode(Written(value, nested)),
        };

    private string Written(object value, bool nested)
    {
        try
        {
            return base.ObjectToString(value, nested) ?? "";
        }
        catch (Exception fault) when (fault is InvalidOperationException or ScriptRuntimeException)
        {
            // It has no place, or the start of the template.
            string message = fault is ScriptRuntimeException { OriginalMessage: var original }
                ? original
                : fault.Message;
            throw new ScriptRuntimeException(_at, message);
        }
    }

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
