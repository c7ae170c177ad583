using System.Text.Json;
using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Runs HTML_CodeSniffer, a second accessibility engine that shares no code with axe, on what is visible in a page.
/// </summary>
internal static class Sniffer
{
    private static readonly string Script = File.ReadAllText(
        Repository.At("src", "browser", "node_modules", "html_codesniffer", "build", "HTMLCS.js")
    );

    /// <summary>
    /// False alarms, each with its reason. The code is the end of the engine's; the selector says which elements the
    /// reason covers. An error elsewhere with the same code is reported.
    /// </summary>
    public static readonly (string Code, string Elements, string Reason)[] FalseAlarms =
    [
        (
            "1_3_1.H71.NoLegend",
            "fieldset[aria-labelledby]",
            "The engine asks for a legend. The group is named by the prompt and the instruction (aria-labelledby), "
                + "and the prompt may have paragraphs and lists, which are not allowed in a legend."
        ),
        (
            "2_4_1.G1,G123,G124.NoSuchID",
            "a[data-page-link]",
            "The link leads to a page of the course whose module is not loaded yet. The player loads and shows it."
        ),
        (
            "3_2_2.H32.2",
            "form[data-question]",
            "The button that checks the answer is a plain button, because a frame can forbid to submit forms. It works "
                + "with the keyboard, and so does Enter in a field; the tests of every kind of question press both."
        ),
    ];

    /// <summary>Asserts that the engine reports no error for visible elements, except the false alarms.</summary>
    public static async Task Clean(IFrame frame, string where)
    {
        Report report = await Errors(frame);
        Assert.True(report.Checked > 0, $"{where}: HTML_CodeSniffer checked nothing.");
        string[] left =
        [
            .. report
                .Errors.Where(error => error.Reason < 0)
                .Select(error => $"{where}: {error.Code} {error.Message} ({error.Html})"),
        ];
        Assert.True(left.Length == 0, string.Join("\n", left));
    }

    /// <summary>Returns the errors, each with the number of the false alarm that covers it, or -1.</summary>
    public static async Task<Report> Errors(IFrame frame)
    {
        if (!await frame.EvaluateAsync<bool>("() => 'HTMLCS' in window"))
            await frame.EvaluateAsync($"(function () {{ {Script} }}).call(window)");
        string found = await frame.EvaluateAsync<string>(
            """
            (known) => new Promise((done, fail) => {
              HTMLCS.process("WCAG2AA", document, () => {
                const all = HTMLCS.getMessages();
                const errors = all.filter(({ type, element }) =>
                  type === HTMLCS.ERROR && (!element.checkVisibility || element.checkVisibility()));
                done(JSON.stringify({
                  checked: document.querySelectorAll("*").length,
                  messages: all.length,
                  errors: errors.map(({ code, msg, element }) => ({
                    code, message: msg, html: (element.outerHTML ?? "document").slice(0, 160),
                    reason: known.findIndex((one) => code.endsWith(one.code) && element.matches?.(one.elements)),
                  })),
                }));
              }, () => fail(new Error("HTML_CodeSniffer failed.")), "en");
            })
            """,
            FalseAlarms.Select(known => new { code = known.Code, elements = known.Elements }).ToArray()
        );
        return JsonSerializer.Deserialize<Report>(found, JsonSerializerOptions.Web)!;
    }

    /// <param name="Checked">Number of elements of the document.</param>
    /// <param name="Messages">Number of errors, warnings and notices.</param>
    /// <param name="Errors">The errors for visible elements.</param>
    internal sealed record Report(int Checked, int Messages, Error[] Errors);

    /// <param name="Reason">Number of the false alarm; -1 for none.</param>
    internal sealed record Error(string Code, string Message, string Html, int Reason);
}
