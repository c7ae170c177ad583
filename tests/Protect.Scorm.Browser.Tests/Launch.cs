using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Options of a launch.</summary>
internal sealed record LaunchOptions
{
    public int Width { get; init; } = 867;

    public int Height { get; init; } = 666;

    /// <summary>Gives the learner a touch screen.</summary>
    public bool Touch { get; init; }

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    public bool JavaScript { get; init; } = true;

    public ForcedColors ForcedColors { get; init; } = ForcedColors.None;

    public ReducedMotion ReducedMotion { get; init; } = ReducedMotion.NoPreference;

    /// <summary>
    /// Place of the course: frame, nested, low (a frame in the middle of a tall page), sandboxed (a frame that allows
    /// only scripts and its own origin), path (the address has a path after the start page), popup, elsewhere (LMS on
    /// another origin) or none (no LMS). Behaviour of the LMS: late or throwing.
    /// </summary>
    public string Lms { get; init; } = "frame";

    /// <summary>File of the package that fails to load until <see cref="Launch.Found"/> is set.</summary>
    public string? Lost { get; init; }

    /// <summary>Makes all launches draw the same random numbers.</summary>
    public bool SameRandoms { get; init; }

    /// <summary>Lets the test stop and run the page's clock.</summary>
    public bool Clock { get; init; }

    /// <summary>Imitates the oldest supported browsers (see <see cref="OldBrowser"/>).</summary>
    public bool Old { get; init; }

    /// <summary>Script that runs in every page and frame before its own; null for none.</summary>
    public string? Script { get; init; }

    /// <summary>Browser storage before the launch: the record of the LMS, and device copies of courses.</summary>
    public IReadOnlyDictionary<string, string> Storage { get; init; } = new Dictionary<string, string>();
}

/// <summary>Fault at one call to the LMS.</summary>
internal sealed record Cut(string Kill, int At, bool After)
{
    public static readonly string[] All = ["tab gone", "network cut", "api gone", "process frozen"];
}

/// <summary>One call of the course to the LMS.</summary>
internal sealed record Call(string Name, string[] Args, string Result, string Error);

/// <summary>
/// A learner's browser with a package in an LMS. Everything is served from memory. Any other request, any error, and
/// any blocked style or script fail the test. The LMS keeps committed data between launches.
/// </summary>
internal sealed class Launch : IAsyncDisposable
{
    private const string Origin = "http://lms.test",
        Elsewhere = "http://elsewhere.test";

    /// <summary>Address that “Leave quickly” opens in the courses of the repository.</summary>
    public const string Away = "https://www.wikipedia.org/";

    private static readonly DateTime Morning = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Lazy<byte[]> StrictLms = new(() =>
        File.ReadAllBytes(Repository.At("src", "browser", "out", "lms", "strict-lms.js"))
    );
    private readonly IBrowserContext _context;
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly LaunchOptions _options;
    private readonly List<string> _faults = [];
    private Cut? _cut;

    private Launch(IBrowserContext context, IReadOnlyDictionary<string, byte[]> files, LaunchOptions options) =>
        (_context, _files, _options) = (context, files, options);

    public List<string> Requests { get; } = [];

    /// <summary>
    /// Console lines of the pages that start with “log: ”, without that prefix. Kept after the page is gone.
    /// </summary>
    public List<string> Logged { get; } = [];

    /// <summary>The host page of the LMS, or the course itself when there is no LMS.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>The course, in whichever frame or window it runs.</summary>
    public CoursePage Course { get; private set; } = null!;

    /// <summary>Accepts page errors, such as those an LMS that throws causes.</summary>
    public bool Tolerant { get; set; }

    /// <summary>Stops the page's clock: from now on only the test advances it.</summary>
    public Task StopClock() => Page.Clock.PauseAtAsync(Morning.AddMinutes(1));

    /// <summary>Makes the lost file available again.</summary>
    public bool Found { get; set; }

    /// <summary>Makes the server stop answering.</summary>
    public bool Offline { get; set; }

    public static async Task<Launch> Start(
        IBrowser browser,
        CompileResult course,
        LaunchOptions? options = null,
        string mode = "normal"
    )
    {
        LaunchOptions with = options ?? new LaunchOptions();
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = with.Width, Height = with.Height },
                ColorScheme = with.Scheme,
                HasTouch = with.Touch,
                JavaScriptEnabled = with.JavaScript,
                ForcedColors = with.ForcedColors,
                ReducedMotion = with.ReducedMotion,
                Locale = "en-GB",
                BypassCSP = with.Old, // the files are changed, so that their hashes are different
            }
        );
        var launch = new Launch(context, Courses.FilesOf(course), with);
        if (with.SameRandoms)
            await context.AddInitScriptAsync("crypto.getRandomValues = (numbers) => numbers.fill(7)");
        if (with.Old)
            await context.AddInitScriptAsync(OldBrowser.Script);
        if (with.Script is { } script)
            await context.AddInitScriptAsync(script);
        if (with.Clock)
            await context.Clock.InstallAsync(new ClockInstallOptions { TimeDate = Morning });
        await context.RouteAsync("**/*", launch.Serve);
        launch.Page = await context.NewPageAsync();
        if (with.Storage.Count > 0)
        {
            await launch.Page.GotoAsync($"{Origin}/blank");
            await launch.Page.EvaluateAsync("items => Object.assign(localStorage, items)", with.Storage);
        }
        await launch.Open(mode);
        return launch;
    }

    /// <summary>
    /// Starts as another, new learner in the same browser, with a fault to come. A new browser for each fault would
    /// take longer than the fault.
    /// </summary>
    public async Task Another(Cut cut)
    {
        await Page.CloseAsync(new PageCloseOptions { RunBeforeUnload = false });
        Page = await _context.NewPageAsync();
        await Page.GotoAsync($"{Origin}/blank");
        await Page.EvaluateAsync("localStorage.clear()");
        await DeleteDatabase();
        Course = null!;
        _cut = cut;
        try
        {
            await Open("normal");
        }
        catch (PlaywrightException)
        {
            // The tab died before the course was loaded.
        }
    }

    /// <summary>Returns the faults since the last call.</summary>
    public IReadOnlyList<string> TakeFaults()
    {
        string[] faults = [.. _faults];
        _faults.Clear();
        return faults;
    }

    /// <summary>
    /// Closes the window without leaving the course, and opens it again. Deletes the copy on this device unless
    /// <paramref name="sameDevice"/>, and the LMS record <paramref name="lost"/>. A new <paramref name="login"/>
    /// deletes what localStorage has of the copy, as in Moodle.
    /// </summary>
    public async Task Again(string mode = "normal", bool sameDevice = false, string? lost = null, bool login = false)
    {
        _cut = null;
        Offline = false;
        await Page.CloseAsync(new PageCloseOptions { RunBeforeUnload = false });
        Page = await _context.NewPageAsync();
        if (!sameDevice || login || lost is not null)
        {
            await Page.GotoAsync($"{Origin}/blank");
            await Page.EvaluateAsync(
                "([all, one]) => Object.keys(localStorage)"
                    + ".filter(key => (all && key.startsWith('protect-scorm')) || key === one)"
                    + ".forEach(key => localStorage.removeItem(key))",
                new object?[] { !sameDevice || login, lost }
            );
            if (!sameDevice)
                await DeleteDatabase();
        }
        await Open(mode);
    }

    private Task DeleteDatabase() =>
        Page.EvaluateAsync(
            "() => new Promise(done => { indexedDB.deleteDatabase('protect-scorm').onsuccess = () => done() })"
        );

    /// <summary>Returns the course after the browser itself navigated back to it.</summary>
    public async Task<CoursePage> Reopened()
    {
        Course = new CoursePage(Page, await InnerFrame());
        await Course.Ready();
        return Course;
    }

    /// <summary>Returns the calls of all launches.</summary>
    public async Task<IReadOnlyList<Call>> Calls() =>
        JsonSerializer.Deserialize<List<Call>>(await Kept("lms-calls") ?? "[]", JsonSerializerOptions.Web)!;

    /// <summary>Returns the value that the LMS stored for an element, or null.</summary>
    public async Task<string?> Stored(string element) =>
        JsonSerializer
            .Deserialize<Dictionary<string, string>>(await Kept("lms-record") ?? "{}")!
            .GetValueOrDefault(element);

    public async Task NoErrorCodes() =>
        Assert.Empty(
            (await Calls())
                .Where(call => call.Error != "0")
                .Select(call => $"{call.Name}({string.Join(", ", call.Args)}) → {call.Error}")
        );

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(Tolerant || _faults.Count == 0, string.Join('\n', _faults));
    }

    public async Task<string?> Kept(string key)
    {
        // While the page of the LMS is open, it can read the record itself.
        if (!Page.IsClosed && Page.Url.StartsWith(Origin + "/", StringComparison.Ordinal) && _options.JavaScript)
            return await Page.EvaluateAsync<string?>("key => localStorage.getItem(key)", key);
        IPage reader = await _context.NewPageAsync();
        await reader.GotoAsync($"{Origin}/blank");
        string? text = await reader.EvaluateAsync<string?>("key => localStorage.getItem(key)", key);
        await reader.CloseAsync();
        return text;
    }

    private async Task Open(string mode)
    {
        Watch(Page);
        bool alone = _options.Lms == "none";
        if (_options.Lms == "popup")
        {
            IPage opened = await Page.RunAndWaitForPopupAsync(() =>
                Page.GotoAsync($"{Origin}/lms?mode={mode}&as=popup")
            );
            Watch(opened);
            await opened.WaitForURLAsync($"{Origin}/course/**");
            Course = new CoursePage(opened, opened.MainFrame);
        }
        else
        {
            string host = _options.Lms == "elsewhere" ? Elsewhere : Origin;
            string cut = _cut is { } at ? $"&kill={at.Kill}&at={at.At}&when={(at.After ? "after" : "before")}" : "";
            await Page.GotoAsync(
                alone ? $"{Origin}/course/index.html" : $"{host}/lms?mode={mode}&as={_options.Lms}{cut}"
            );
            IFrame frame = alone ? Page.MainFrame : await InnerFrame();
            Course = new CoursePage(Page, frame);
        }
        if (_options is { JavaScript: true, Lost: not "program.js" })
            await Course.Ready();
    }

    private async Task<IFrame> InnerFrame()
    {
        IFrame? frame = null;
        for (int wait = 0; wait < 100 && frame is null; wait++)
        {
            frame = Page.Frames.FirstOrDefault(f => f.Url.Contains("/course/", StringComparison.Ordinal));
            if (frame is null)
                await Task.Delay(50);
        }
        return frame ?? throw new InvalidOperationException("The course's frame did not open.");
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => _faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _faults.Add(message.Text);
            if (message.Text.StartsWith("log: ", StringComparison.Ordinal))
                Logged.Add(message.Text["log: ".Length..]);
        };
    }

    private async Task Serve(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        if (address.Scheme is "data" or "blob")
        {
            await route.ContinueAsync();
            return;
        }
        if (Offline)
        {
            await route.AbortAsync();
            return;
        }
        if (address.AbsolutePath == "/fault")
        {
            await Happen(route);
            return;
        }
        if (address.AbsoluteUri == Away)
        {
            await route.FulfillAsync(
                new RouteFulfillOptions
                {
                    Status = 200,
                    Body = "<!doctype html><title>Away</title>",
                    ContentType = "text/html",
                }
            );
            return;
        }
        if ($"{address.Scheme}://{address.Host}" is not (Origin or Elsewhere))
        {
            _faults.Add($"Request to the outside: {address}");
            await route.AbortAsync();
            return;
        }
        string path = address.AbsolutePath;
        if (path.StartsWith("/course/", StringComparison.Ordinal))
            Requests.Add(path["/course/".Length..]);
        if (path == "/course/" + _options.Lost && !Found)
        {
            await route.AbortAsync();
            return;
        }
        byte[]? body = path switch
        {
            "/lms" => Encoding.UTF8.GetBytes(HostPage.Html),
            "/nest" => Encoding.UTF8.GetBytes(HostPage.Nest),
            "/blank" => Encoding.UTF8.GetBytes("<!doctype html><title>blank</title>"),
            "/strict-lms.js" => StrictLms.Value,
            "/favicon.ico" => [],
            "/course/index.html/" => FileOf("index.html"),
            _ => path.StartsWith("/course/", StringComparison.Ordinal) ? FileOf(path["/course/".Length..]) : null,
        };
        if (body is null)
            _faults.Add($"Not in the package: {path}");
        await route.FulfillAsync(
            new RouteFulfillOptions
            {
                Status = body is null ? 404 : 200,
                BodyBytes = body ?? [],
                ContentType = TypeOf(path),
            }
        );
    }

    private byte[]? FileOf(string name) =>
        _files.GetValueOrDefault(name) is { } bytes ? (_options.Old ? OldBrowser.Read(name, bytes) : bytes) : null;

    // The page waits for this answer inside a call to the LMS, so the fault happens exactly at that call.
    private async Task Happen(IRoute route)
    {
        if (_cut?.Kill == "tab gone")
        {
            await Page.CloseAsync(new PageCloseOptions { RunBeforeUnload = false });
            return;
        }
        await route.FulfillAsync(new RouteFulfillOptions { Status = 200, Body = "" });
    }

    private static string TypeOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".jpg" => "image/jpeg",
            ".mp4" => "video/mp4",
            ".mp3" => "audio/mpeg",
            ".txt" => "text/plain; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
}
