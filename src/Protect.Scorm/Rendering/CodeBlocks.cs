using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Protect.Scorm.Rendering;

/// <summary>
/// Prints code with the name of its language above it. The text stays as typed, so that it can be copied; long lines
/// scroll, also with the keyboard.
/// </summary>
internal sealed class CodeBlocks : IMarkdownExtension
{
    // Longer lines may be wider than a phone.
    private const int MayScroll = 24;

    private static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bash"] = "Bash",
        ["sh"] = "Shell",
        ["shell"] = "Shell",
        ["console"] = "Shell",
        ["c"] = "C",
        ["cpp"] = "C++",
        ["c++"] = "C++",
        ["cs"] = "C#",
        ["csharp"] = "C#",
        ["css"] = "CSS",
        ["csv"] = "CSV",
        ["dart"] = "Dart",
        ["go"] = "Go",
        ["html"] = "HTML",
        ["ini"] = "INI",
        ["java"] = "Java",
        ["javascript"] = "JavaScript",
        ["js"] = "JavaScript",
        ["json"] = "JSON",
        ["julia"] = "Julia",
        ["kotlin"] = "Kotlin",
        ["latex"] = "LaTeX",
        ["lua"] = "Lua",
        ["markdown"] = "Markdown",
        ["matlab"] = "MATLAB",
        ["md"] = "Markdown",
        ["php"] = "PHP",
        ["powershell"] = "PowerShell",
        ["ps1"] = "PowerShell",
        ["py"] = "Python",
        ["python"] = "Python",
        ["r"] = "R",
        ["ruby"] = "Ruby",
        ["rust"] = "Rust",
        ["scala"] = "Scala",
        ["sql"] = "SQL",
        ["svg"] = "SVG",
        ["swift"] = "Swift",
        ["tex"] = "TeX",
        ["toml"] = "TOML",
        ["ts"] = "TypeScript",
        ["typescript"] = "TypeScript",
        ["xml"] = "XML",
        ["yaml"] = "YAML",
        ["yml"] = "YAML",
        ["text"] = "",
        ["txt"] = "",
        ["plain"] = "",
    };

    /// <summary>Returns true when a text may have code of several lines.</summary>
    public static bool MayBeIn(string markdown) =>
        markdown.Contains("```", StringComparison.Ordinal)
        || markdown.Contains("~~~", StringComparison.Ordinal)
        || markdown.Contains("\n    ", StringComparison.Ordinal)
        || markdown.StartsWith("    ", StringComparison.Ordinal);

    public void Setup(MarkdownPipelineBuilder pipeline) { }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Replace<CodeBlockRenderer>(new Writer());
    }

    private sealed class Writer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock code)
        {
            string language = (code as FencedCodeBlock)?.Info ?? "";
            string name = s_names.GetValueOrDefault(language, language);
            bool mayScroll = code
                .Lines.Lines.AsSpan(0, code.Lines.Count)
                .ToArray()
                .Any(line => line.Slice.Length > MayScroll);
            renderer.EnsureLine();
            renderer.Write("<figure class=\"code\" dir=\"ltr\" translate=\"no\">");
            if (name.Length > 0)
                renderer.Write("<figcaption>").WriteEscape(name).Write("</figcaption>");
            renderer.Write(mayScroll ? "<pre tabindex=\"0\"><code" : "<pre><code").WriteAttributes(code).Write('>');
            renderer.WriteLeafRawLines(code, writeEndOfLines: true, escape: true);
            renderer.WriteLine("</code></pre></figure>");
        }
    }
}
