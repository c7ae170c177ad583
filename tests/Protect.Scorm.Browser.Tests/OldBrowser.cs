using System.Text;
using System.Text.RegularExpressions;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Makes Chromium behave like the oldest supported browsers (src/browser/browsers.mjs): elements, attributes and
/// selectors that they do not know get other names, and newer functions are deleted.
/// </summary>
internal static partial class OldBrowser
{
    public const string Script = """
        for (const name of ["popover", "showPopover", "hidePopover", "togglePopover", "inert"])
          delete HTMLElement.prototype[name];
        delete Element.prototype.checkVisibility;
        delete Array.prototype.at;
        delete String.prototype.at;
        delete Object.hasOwn;
        delete window.structuredClone;
        delete window.BroadcastChannel;
        delete window.HTMLDialogElement;
        const supports = CSS.supports.bind(CSS);
        CSS.supports = (...words) => !/selector|:has|popover/.test(words.join(" ")) && supports(...words);
        const listen = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, listener, options) {
          if (options && typeof options === "object") delete options.signal;
          return listen.call(this, type, listener, options);
        };
        """;

    /// <summary>Returns a file of a package as an old browser understands it.</summary>
    public static byte[] Read(string name, byte[] bytes) =>
        Path.GetExtension(name) is ".html" or ".js" or ".css"
            ? Encoding.UTF8.GetBytes(Unknown().Replace(Encoding.UTF8.GetString(bytes), "old$0"))
            : bytes;

    [GeneratedRegex(@"\bpopover\b|\bdialog\b|(?<=:)has(?=\()|(?<=:)focus-visible\b|(?<=@supports )selector\b")]
    private static partial Regex Unknown();
}
