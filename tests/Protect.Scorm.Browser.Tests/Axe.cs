using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>
/// Runs axe in a page and all its frames. Each document gets axe once: a course is one document, and injecting axe
/// again for each of its pages takes longer than the check.
/// </summary>
internal static class Axe
{
    private static readonly string Script =
        $"(() => {{ {new BundledAxeScriptProvider().GetScript()}\n"
        + " axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }); })()";

    /// <summary>The tags of the rules that run.</summary>
    public static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Asserts that no rule finds a fault in the visible content.</summary>
    public static async Task Clean(IPage page, string where)
    {
        // At the top, so that no control is partly under the bar that stays in view; with each animation at its end,
        // as half of a fade is a contrast that no reader keeps.
        foreach (IFrame frame in page.Frames)
            await frame.EvaluateAsync(
                """
                () => {
                  scrollTo(0, 0);
                  for (const animation of document.getAnimations())
                    if (Number.isFinite(animation.effect.getComputedTiming().endTime)) animation.finish();
                }
                """
            );
        Violation[] violations = await Violations(page);
        Assert.True(
            violations.Length == 0,
            $"{where}: "
                + string.Join(
                    "; ",
                    violations.Select(v =>
                        $"{v.Id} {v.Impact} ({string.Join(", ", v.Nodes.Select(n => n.Html).Take(3))})"
                    )
                )
        );
    }

    /// <summary>
    /// Returns the violations of the WCAG rules in all frames, or of every rule of axe in the page without its frames.
    /// </summary>
    public static async Task<Violation[]> Violations(IPage page, bool pageOnly = false)
    {
        foreach (IFrame frame in pageOnly ? [page.MainFrame] : page.Frames)
            if (!await frame.EvaluateAsync<bool>("() => 'axe' in window"))
                await frame.EvaluateAsync(Script);
        string found = await page.EvaluateAsync<string>(
            """
            async ({ tags, alone }) => {
              const { violations, passes } = await axe.run(document, {
                iframes: !alone,
                resultTypes: ["violations"],
                ...(alone ? {} : { runOnly: { type: "tag", values: tags } }),
              });
              if (passes.length === 0) throw new Error("axe checked nothing.");
              return JSON.stringify(violations.map(({ id, impact, nodes }) =>
                ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) })));
            }
            """,
            new { tags = Tags, alone = pageOnly }
        );
        return JsonSerializer.Deserialize<Violation[]>(found, JsonSerializerOptions.Web)!;
    }

    /// <summary>Returns the tags of every rule.</summary>
    public static async Task<Dictionary<string, string[]>> Rules(IPage page)
    {
        await page.MainFrame.EvaluateAsync(Script);
        string found = await page.EvaluateAsync<string>(
            "JSON.stringify(Object.fromEntries(axe.getRules().map(({ ruleId, tags }) => [ruleId, tags])))"
        );
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(found)!;
    }

    internal sealed record Violation(string Id, string? Impact, Node[] Nodes);

    internal sealed record Node(string Html);
}
