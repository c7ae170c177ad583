using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Forced colours remove backgrounds and shadows: states must differ in something that remains.</summary>
public sealed class ForcedColoursTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    [Theory(DisplayName = "In forced colours main buttons, selected tabs, the current page and chosen options differ")]
    [InlineData("voices", ".turn [data-next]", ".turn [data-previous]")]
    [InlineData("voices", "[data-menu] [aria-current]", "[data-menu] [open] a:not([aria-current])")]
    [InlineData("", "[role=tab][aria-selected=true]", "[role=tab][aria-selected=false]")]
    [InlineData("", ".option label:has(:checked)", ".option label:not(:has(:checked))")]
    public async Task Differ(string page, string one, string other)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            Courses.Of("showcase"),
            new LaunchOptions
            {
                Lms = "none",
                Width = 1280,
                ForcedColors = ForcedColors.Active,
            }
        );
        CoursePage course = launch.Course;
        foreach (string id in page.Length > 0 ? [page] : await course.PageIds())
        {
            await course.GoTo(id);
            if (one.StartsWith(".option", StringComparison.Ordinal))
            {
                ILocator option = course.Article.Locator("input[type=radio]:visible").First;
                if (await option.CountAsync() == 0)
                    continue;
                await option.CheckAsync();
                await course.Heading.EvaluateAsync("heading => heading.focus()");
            }
            ILocator left = course.Frame.Locator($"{one} >> visible=true").First,
                right = course.Frame.Locator($"{other} >> visible=true").First;
            if (await left.CountAsync() == 0)
                continue;
            Assert.NotEqual(await Colours(left), await Colours(right));
            return;
        }
        Assert.Fail($"no page has {one}");
    }

    /// <summary>The colours inside and around an element, as painted: at its middle edge, and in its corner.</summary>
    private static async Task<string> Colours(ILocator element)
    {
        byte[] picture = await element.ScreenshotAsync();
        return await element.EvaluateAsync<string>(
            """
            async (element, data) => {
              const picture = new Image();
              picture.src = `data:image/png;base64,${data}`;
              await picture.decode();
              const canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [picture.width, picture.height];
              const paint = canvas.getContext("2d");
              paint.drawImage(picture, 0, 0);
              const at = (x, y) => [...paint.getImageData(x, y, 1, 1).data].slice(0, 3).join();
              const middle = Math.floor(picture.height / 2), centre = Math.floor(picture.width / 2);
              return [at(1, middle), at(4, middle), at(10, middle), at(centre, 1), at(centre, picture.height - 3)]
                .join(" ");
            }
            """,
            Convert.ToBase64String(picture)
        );
    }
}
