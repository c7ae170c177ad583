using Protect.Scorm.Diagnostics;
using static Protect.Scorm.Diagnostics.Severity;

namespace Protect.Scorm.Rendering;

/// <summary>Table of faults in Markdown, themes, templates and strings.</summary>
internal static class RenderingRules
{
    public static readonly DiagnosticRule RawHtml = new("raw-html", Error,
        "{0} is not allowed in text.", "Use Markdown; the only HTML allowed in a text is {1}.{2}");

    public static readonly DiagnosticRule TooMuchHtml = new("too-much-html", Error,
        "This text has too much HTML: all tags together may have {0} characters, and {1} elements may be inside each other.", "Use Markdown instead, or split the text.");

    public static readonly DiagnosticRule UnclosedHtml = new("unclosed-html", Warning,
        "“{0}” has no matching “{1}” here.", "Add “{1}” in the same paragraph, link or emphasis, or remove “{0}”.");

    public static readonly DiagnosticRule EmptyLink = new("empty-link", Error,
        "This link has no text, so nobody can see or hear it.", "Write the text of the link between the square brackets.");

    public static readonly DiagnosticRule LostBehindComment = new("lost-behind-comment", Error,
        "Text after this comment would be lost.", "End the comment with “-->”, and leave an empty line before the text that follows it.");

    public static readonly DiagnosticRule UnsafeLink = new("unsafe-link", Error,
        "“{0}” is not a link that a course can use.{1}", "{2}");

    public static readonly DiagnosticRule MarkdownSlip = new("markdown-slip", Warning,
        "“{0}” appears on the page as typed: {1}.", "{2}");

    public static readonly DiagnosticRule Formula = new("formula", Error,
        "This formula cannot be read: {0}.", "{1}");

    public static readonly DiagnosticRule LeftoverBraces = new("leftover-braces", Error,
        "“{0}” would appear on the page: nothing fills these braces here.", "Remove them; to show double braces in a text in Markdown, write four: {{{{{{{{ x }}}}}}}}.");

    public static readonly DiagnosticRule ImageInText = new("image-in-text", Error,
        "There is a picture inside the text.", "Use a block of its own: “type: image” with “src” and “alt”. In a question, write it under “picture” or “blocks”.");

    public static readonly DiagnosticRule GapInTag = new("gap-in-tag", Error,
        "The gap “{0}” is inside a link or a tag, where nobody can fill it.", "Write it in the text.");

    public static readonly DiagnosticRule TopHeading = new("top-heading", Error,
        "“#” makes a heading of the first level, which is the page's title.", "Start with “##”.");

    public static readonly DiagnosticRule OneParagraph = new("one-paragraph", Error,
        "Only one paragraph fits here.", "Keep it to one paragraph without lists or headings.");

    public static readonly DiagnosticRule TooDeep = new("markdown-too-deep", Error,
        "This text is nested too deeply to be read.", "Use fewer levels of lists and quotations, and close brackets.");

    public static readonly DiagnosticRule TextTooLong = new("text-too-long", Error,
        "This text has {0} characters; at most {1} are read.", "Split it into several blocks.");

    public static readonly DiagnosticRule MissingTheme = new("missing-theme", Error,
        "There is no theme “{0}”: no folder of the course has that name, and none that ships with the tool.{1}", "Create the folder, or write calm, plain or high-contrast.");

    public static readonly DiagnosticRule UnknownThemeFile = new("unknown-theme-file", Error,
        "The default theme has no file “{0}”, so nothing would use this one.{1}", "Rename or remove it; templates/README.md lists the files.");

    public static readonly DiagnosticRule ThemeColour = new("theme-colour", Error,
        "“{0}” is not a colour of “{1}”.", "Write it as #rrggbb, such as #1b5955.");

    public static readonly DiagnosticRule ThemeContrast = new("theme-contrast", Error,
        "In the {0} colours, “{1}” ({2}) on “{3}” ({4}) has a contrast of {5} to 1; at least {6} is needed.", "Make one of the two lighter or darker.");

    public static readonly DiagnosticRule ThemeFont = new("theme-font", Error,
        "“{0}” is {1}.{2}", "Put the file into the folder of the theme, as in fonts/text.woff2, or write sans or serif.");

    public static readonly DiagnosticRule TemplateSyntax = new("template-syntax", Error,
        "This template cannot be read: {0}", "Look at the {{{{ … }}}} here; templates/README.md shows what a template may use.");

    public static readonly DiagnosticRule TemplateFault = new("template-fault", Error,
        "{0}", "Look at the {{{{ … }}}} here; templates/README.md lists the names a template may use.");

    public static readonly DiagnosticRule BrokenHtml = new("broken-html", Error,
        "Browsers would have to repair the HTML of this template: {0}.", "Close each element after the elements inside it, and use it only where HTML allows it.");

    public static readonly DiagnosticRule RepeatedHtmlId = new("repeated-html-id", Error,
        "The id “{0}” appears more than once.", "Make it unique: add {{{{ key }}}} in a block, {{{{ page.id }}}} in page.html, or a number.");

    public static readonly DiagnosticRule MissingHtmlTarget = new("missing-html-target", Error,
        "This <{0}> {1}.", "Correct the id, or put the control inside the label.");

    public static readonly DiagnosticRule NamelessControl = new("nameless-control", Error,
        "This <{0}> has no name that a screen reader could read.", "Give it a text, a <label> or an “aria-label”.");

    public static readonly DiagnosticRule HtmlWithoutAlt = new("html-without-alt", Error,
        "This <img> has no “alt”.", "Write what the picture shows, or alt=\"\" for decoration.");

    public static readonly DiagnosticRule IncompleteDocument = new("incomplete-document", Error,
        "This page has no {0}.", "Copy the beginning of the same file of the default theme.");

    public static readonly DiagnosticRule SkippedHeading = new("skipped-heading", Warning,
        "This heading has level {0}, but the one before it has level {1}.", "Use level {2}: many people find their way by the levels of headings.");

    public static readonly DiagnosticRule NoUiStrings = new("no-ui-strings", Error,
        "The player does not speak “{0}” yet; it speaks {1}.", "Add strings/{0}.yaml to a theme folder (copy strings/en.yaml), or choose one of these languages.");

    public static readonly DiagnosticRule MissingString = new("missing-string", Error,
        "“{1}” lacks {0} of the player's texts: {2}.", "Add them; strings/en.yaml of the default theme has every one.");

    public static readonly DiagnosticRule UnusedTerm = new("unused-term", Warning,
        "The term “{0}” does not occur in any text of the course.", "Remove it from the glossary, or add the form it takes under “also”.");

    public static readonly DiagnosticRule NoGuide = new("no-guide", Error,
        "The course has no guide for facilitators.", "Add “guide” to course.yaml, and to each module that has a session.");

    public static readonly IReadOnlyList<DiagnosticRule> All =
    [
        RawHtml, TooMuchHtml, UnclosedHtml, EmptyLink, LostBehindComment, UnsafeLink, MarkdownSlip, Formula, LeftoverBraces, ImageInText, GapInTag, TopHeading, OneParagraph, TooDeep, TextTooLong, MissingTheme, UnknownThemeFile, ThemeColour, ThemeContrast, ThemeFont, TemplateSyntax, TemplateFault,
        BrokenHtml, RepeatedHtmlId, MissingHtmlTarget, NamelessControl, HtmlWithoutAlt, IncompleteDocument, SkippedHeading,
        NoUiStrings, MissingString, UnusedTerm, NoGuide,
    ];
}
