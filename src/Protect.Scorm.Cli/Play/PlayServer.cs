using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Play;

/// <summary>
/// Server for the headless browser, on a free port of the loopback. It serves the LMS page and the files of the
/// package. It is also the browser's proxy: requests to any other host arrive here and are refused.
/// </summary>
internal sealed class PlayServer : IAsyncDisposable
{
    /// <summary>Folders of the package, and of the control course.</summary>
    public const string Course = "/course/",
        Control = "/control/";

    private readonly WebApplication _app;
    private readonly Func<string, byte[]?> _read;

    private PlayServer(WebApplication app, Func<string, byte[]?> read) => (_app, _read) = (app, read);

    /// <summary>Host and port, as “127.0.0.1:port”.</summary>
    public string Host { get; private set; } = "";

    public string LmsPage => $"http://{Host}/lms";

    public static async Task<PlayServer> Start(Func<string, byte[]?> read, CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0);
        });
        WebApplication app = builder.Build();
        var server = new PlayServer(app, read);
        app.Run(server.Answer);
        await app.StartAsync(stop);
        server.Host = new Uri(app.Urls.First()).Authority;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private Task Answer(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        if (context.Request.Host.Value != Host || context.Request.Method is not ("GET" or "HEAD"))
            return Refuse(context, 403, "This server accepts GET requests to its own host only.");
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return path switch
        {
            "/lms" => Send(context, "text/html; charset=utf-8", Page),
            "/play-lms.js" => Send(context, "text/javascript; charset=utf-8", Program),
            "/closed" => Send(
                context,
                "text/html; charset=utf-8",
                Encoding.UTF8.GetBytes("<!doctype html><title>Closed</title>")
            ),
            "/favicon.ico" => Refuse(context, 204, ""),
            _ when path.StartsWith(Course, StringComparison.Ordinal) && _read(path[Course.Length..]) is { } bytes =>
                Send(context, ContentTypes.Of(path), bytes),
            _ when path.StartsWith(Control, StringComparison.Ordinal)
                    && ControlCourse.Package.Read(path[Control.Length..]) is { } bytes => Send(
                context,
                ContentTypes.Of(path),
                bytes
            ),
            _ => Refuse(context, 404, "The package has no such file."),
        };
    }

    private static byte[] Page => SourceFolder.Embedded("bundle").Read("play-lms.html");

    private static byte[] Program => SourceFolder.Embedded("bundle").Read("play-lms.js");

    private static async Task Send(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        if (context.Request.Method == "GET")
            await context.Response.Body.WriteAsync(bytes);
    }

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return why.Length == 0
            ? Task.CompletedTask
            : Send(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why + "\n"));
    }
}
