using System.Text;

namespace Protect.Scorm.Tests.Inspecting.Cases;

/// <summary>Web content and metadata that use every construct, as seeds for random changes.</summary>
internal static class ContentSeeds
{
    private const string Signs = "<>/\"'`{}()[]=&;#!-*\\@\n\0 é:?,.";

    public static readonly IReadOnlyList<(string Name, string Text)> All =
    [
        (
            "a.html",
            "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>x</title><base href='a/'>"
                + "<style>@import 'b.css'; p { background: url(\"c.png\") }</style></head><body onunload='x()'>"
                + "<!-- c --><img srcset='a.png 1x, b.png 2x'><script>var a = /[/]/, b = `c ${ d }`; eval('e')</script>"
                + "<svg><title>t</title><script/></svg></body>"
        ),
        (
            "b.css",
            "@charset \"utf-8\"; @import url(a.css); @namespace svg url(x); p::before { content: '\\'a'; "
                + "background: image-set('b.png' 1x, url(c.png) 2x) } /* d */"
        ),
        (
            "c.js",
            "import { a } from './a.js'; import('./b.js'); var c = `x ${ `y ${ z }` }`, d = /[/'\"]\\//g, "
                + "e = f / g / h; addEventListener('unload', () => { alert(1); }); top.location.href = 'x'; "
                + "document.write('<script>')"
        ),
        (
            "d.svg",
            "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>"
                + "<style>p{fill:url(#a)}</style><script>eval(a)</script><image href='a.png' onload='b()'/></svg>"
        ),
    ];

    /// <summary>Adds prerequisites and metadata.</summary>
    public static void Describe(SamplePackage package)
    {
        package.Edit(
            "</item>",
            "<adlcp:prerequisites type=\"aicc_script\">~(I-a=\"passed\" | 2*{I-b,I-c}) &amp; I-d</adlcp:prerequisites>"
                + "<adlcp:masteryscore>80</adlcp:masteryscore></item>"
        );
        package.Edit(
            "</schemaversion>",
            "</schemaversion><lom xmlns=\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\"><general><title>"
                + "<langstring xml:lang=\"en\">x</langstring></title></general><lifecycle><status><source>a</source>"
                + "</status></lifecycle></lom>"
        );
    }

    /// <summary>Removes, inserts or doubles a few pieces.</summary>
    public static string Changed(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (int n = random.Next(1, 8); n > 0; n--)
        {
            int at = random.Next(changed.Length);
            if (n % 3 == 0)
                changed.Remove(at, Math.Min(random.Next(1, 20), changed.Length - at - 1));
            else if (n % 3 == 1)
                changed.Insert(at, Signs[random.Next(Signs.Length)]);
            else
                changed.Insert(at, text.AsSpan(random.Next(text.Length / 2), random.Next(1, text.Length / 2)));
        }
        return changed.ToString();
    }
}
