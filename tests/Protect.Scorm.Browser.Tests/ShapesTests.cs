using Microsoft.Playwright;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Shapes of pages, and blocks that use the room of wide windows.</summary>
public sealed class ShapesTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private static readonly string[] Pages = ["scenes-start", "scene", "flow", "gallery", "figures", "reference"];

    private static LaunchOptions Sized(int width, int height) =>
        new()
        {
            Lms = "none",
            Width = width,
            Height = height,
        };

    private static Task<float> Width(ILocator element) =>
        element.EvaluateAsync<float>("element => element.getBoundingClientRect().width");

    [Theory(DisplayName = "Pages of every shape fit every window without sideways scrolling, and axe finds no fault")]
    [InlineData(320, 700, ColorScheme.Light, false)]
    [InlineData(390, 844, ColorScheme.Dark, false)]
    [InlineData(900, 500, ColorScheme.Light, false)]
    [InlineData(1440, 900, ColorScheme.Dark, false)]
    [InlineData(1440, 900, ColorScheme.Light, true)]
    [InlineData(1920, 1080, ColorScheme.Light, false)]
    public async Task Fits(int width, int height, ColorScheme scheme, bool mirrored)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            mirrored ? Courses.In("showcase", PseudoLanguage.Mirrored) : Courses.Of("showcase"),
            Sized(width, height) with
            {
                Scheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        foreach (string page in Pages)
        {
            await launch.Course.GoTo(page);
            Assert.True(
                await launch.Course.Frame.EvaluateAsync<bool>(
                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                page
            );
            await Axe.Clean(launch.Page, page);
        }
    }

    [Theory(DisplayName = "Large text does not widen pages of any shape")]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task LargeText(int width)
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(width, 844));
        foreach (string page in Pages)
        {
            await launch.Course.GoTo(page);
            await launch.Course.Frame.EvaluateAsync("() => document.documentElement.style.fontSize = '200%'");
            Assert.True(
                await launch.Course.Frame.EvaluateAsync<bool>(
                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                page
            );
        }
    }

    [Theory(DisplayName = "In wide windows pictures and tables are wider than the text, which stays readable")]
    [InlineData(1440)]
    [InlineData(1920)]
    public async Task WideBlocks(int width)
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(width, 900));
        async Task<float> On(string page, string selector)
        {
            await launch.Course.GoTo(page);
            return await Width(launch.Course.Article.Locator(selector));
        }
        float text = await On("scenes-start", ".text");
        Assert.InRange(text, 400, 760);
        foreach (
            (string page, string selector) in new[]
            {
                ("scenes-start", ".image.full"),
                ("gallery", ".gallery > ul"),
                ("gallery", ".labelled > .parts"),
                ("reference", ".table"),
            }
        )
            Assert.True(await On(page, selector) > text * 1.3, $"{selector} on {page}");
        // A narrow table keeps the width of the text.
        Assert.True(await On("tables", ".table") <= text + 1);
    }

    [Fact(DisplayName = "On a scene page the picture is next to the text in wide windows, and above it in narrow ones")]
    public async Task ScenePage()
    {
        foreach (int width in (int[])[390, 1440])
        {
            await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(width, 900));
            await launch.Course.GoTo("scene");
            LocatorBoundingBoxResult picture = (await launch.Course.Article.Locator(".image").BoundingBoxAsync())!,
                scene = (await launch.Course.Article.Locator(".scene").BoundingBoxAsync())!;
            if (width == 1440)
                Assert.True(picture.X + picture.Width <= scene.X && picture.Y < scene.Y + scene.Height);
            else
                Assert.True(picture.Y + picture.Height <= scene.Y);
        }
    }

    [Fact(DisplayName = "A picture of a gallery is shown large, and small again, by keyboard")]
    public async Task Enlarge()
    {
        await using Launch launch = await Launch.Start(run.Browser, Courses.Of("showcase"), Sized(1440, 900));
        await launch.Course.GoTo("gallery");
        ILocator picture = launch.Course.Article.Locator(".gallery li").Nth(1),
            button = picture.GetByRole(AriaRole.Button, new() { Name = "Enlarge" });
        await Assertions
            .Expect(button)
            .ToHaveAccessibleDescriptionAsync("A shelf with four cups above a kettle that steams.");
        float small = await Width(picture);
        await button.FocusAsync();
        await launch.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(button).ToBeInViewportAsync();
        Assert.True(await Width(picture) > small * 2);
        await launch.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(small, await Width(picture));
    }

    [Theory(DisplayName = "Marks of a labelled picture lie where the author put them, large enough, in every window")]
    [InlineData(320, false)]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    public async Task Marks(int width, bool mirrored)
    {
        await using Launch launch = await Launch.Start(
            run.Browser,
            mirrored ? Courses.In("showcase", PseudoLanguage.Mirrored) : Courses.Of("showcase"),
            Sized(width, 900)
        );
        await launch.Course.GoTo("gallery");
        LocatorBoundingBoxResult picture = (await launch.Course.Article.Locator(".marks img").BoundingBoxAsync())!;
        ILocator marks = launch.Course.Article.Locator(".marks circle");
        (int Left, int Top)[] wanted = [(20, 32), (73, 22), (52, 64), (24, 56)];
        for (int at = 0; at < wanted.Length; at++)
        {
            LocatorBoundingBoxResult mark = (await marks.Nth(at).BoundingBoxAsync())!;
            Assert.InRange(mark.Width, 24, 40);
            Assert.Equal(picture.X + (picture.Width * wanted[at].Left / 100), mark.X + (mark.Width / 2), 1.5f);
            Assert.Equal(picture.Y + (picture.Height * wanted[at].Top / 100), mark.Y + (mark.Height / 2), 1.5f);
        }
        if (!mirrored)
            await Assertions
                .Expect(launch.Course.Article.Locator(".labelled"))
                .ToMatchAriaSnapshotAsync(
                    """
                    - region "A calm room":
                      - heading "A calm room" [level=2]
                      - figure:
                        - img /A room with a window/
                      - list:
                        - listitem: A window. Daylight as long as there is some.
                        - listitem: A lamp with warm light, not too bright.
                        - listitem: A round table, so that nobody sits at the head.
                        - listitem: Chairs with their backs to the wall, facing the door.
                    """
                );
    }

    [Fact(DisplayName = "Courses without the new shapes and blocks carry none of their styles and programs")]
    public void CostsNothing()
    {
        string hello = string.Concat(
            Courses
                .FilesOf(Courses.Of("hello"))
                .Where(file => file.Key.EndsWith(".html") || file.Key.EndsWith(".js") || file.Key.EndsWith(".css"))
                .Select(file => System.Text.Encoding.UTF8.GetString(file.Value))
        );
        foreach (string sign in (string[])["shape-", ".chart", "b_scene", "b_gallery", ".cast", ".marks", "statistic"])
            Assert.DoesNotContain(sign, hello);
    }
}
