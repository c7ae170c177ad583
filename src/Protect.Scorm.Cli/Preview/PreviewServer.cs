using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Two origins on the loopback: the tool's own pages, and what is played, which may be hostile and cannot reach the tool. Requests that name another
/// host, or change something from another origin, are refused: a page on the web cannot use it.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const int Tries = 50;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly WebApplication _app;
    private readonly IReadOnlyList<ShelfItem> _items;
    private readonly int _tool, _play;
    private readonly List<Func<string, Task>> _listeners = [];
    private readonly SlowNetwork _slow = new();

    private PreviewServer(WebApplication app, IReadOnlyList<ShelfItem> items, int tool, int play) => (_app, _items, _tool, _play) = (app, items, tool, play);

    public string Address => $"http://127.0.0.1:{_tool}/";

    /// <summary>Null when no pair of neighbouring ports is free.</summary>
    public static async Task<PreviewServer?> Start(IReadOnlyList<ShelfItem> items, int firstPort, CancellationToken stop)
    {
        for (int port = firstPort; port < firstPort + (2 * Tries) && port < 65534; port += 2)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Listen(IPAddress.Loopback, port);
                options.Listen(IPAddress.Loopback, port + 1);
            });
            WebApplication app = builder.Build();
            var server = new PreviewServer(app, items, port, port + 1);
            app.Run(server.Answer);
            try
            {
                await app.StartAsync(stop);
                return server;
            }
            catch (IOException) // a port is busy
            {
                await app.DisposeAsync();
            }
        }
        return null;
    }

    /// <summary>Looks at the courses until it is stopped, and tells the open pages what changed.</summary>
    public async Task UntilStopped(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pace, stop);
                foreach (ShelfItem item in _items.Where(item => item.Refresh())) await Tell(item.Id);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Open pages hold a connection: they are not waited for.
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task Tell(string id)
    {
        Func<string, Task>[] listeners;
        lock (_listeners) listeners = [.. _listeners];
        foreach (Func<string, Task> listener in listeners) await listener(id);
    }

    private Task Answer(HttpContext context)
    {
        int port = context.Connection.LocalPort;
        string host = context.Request.Host.Value ?? "";
        if (host != $"127.0.0.1:{port}" && host != $"localhost:{port}") return Refuse(context, 421, "This server answers to its own name only.");
        if (context.Request.Method != "GET") return Refuse(context, 405, "There is nothing to change here.");
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return port == _tool ? Tool(context) : Play(context);
    }

    private async Task Tool(HttpContext context)
    {
        // The tool's own pages ask only this server, and show what is played in a frame of the other origin.
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src http://127.0.0.1:{_play}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        switch (context.Request.Path.Value)
        {
            case "/": await File(context, "preview.html"); break;
            case "/favicon.ico": context.Response.StatusCode = 204; break;
            case "/preview.js": await File(context, "preview.js"); break;
            case "/preview.css": await File(context, "preview.css"); break;
            case "/shelf": await Send(context, "application/json", Json(WriteShelf)); break;
            case "/changes": await Changes(context); break;
            case string path when path.StartsWith("/launches/", StringComparison.Ordinal): await Send(context, "application/json", Json(json => LaunchList.Write(json, Played(path["/launches/".Length..])))); break;
            default: await Refuse(context, 404, "There is no such page."); break;
        }
    }

    private async Task Play(HttpContext context)
    {
        // /lms/<item> is the page of the LMS; /course/<item>/… are the files of what is played, under the same origin as it; /slow/<item>/… are they over a slow connection.
        string[] parts = (context.Request.Path.Value ?? "").Split('/', 4);
        context.Response.Headers["Content-Security-Policy"] = $"frame-ancestors 'self' http://127.0.0.1:{_tool}";
        if (parts is ["", "favicon.ico"]) context.Response.StatusCode = 204;
        else if (parts is ["", "lms.js"]) await File(context, "preview-lms.js");
        else if (parts is ["", "lms", _]) await File(context, "preview-lms.html");
        else if (parts is ["", "course", var id, var file] && Played(id)?.Read(Uri.UnescapeDataString(file)) is { } bytes) await Send(context, ContentTypes.Of(file), bytes);
        else if (parts is ["", "slow", var slow, var late] && Played(slow)?.Read(Uri.UnescapeDataString(late)) is { } some) await SendSlowly(context, ContentTypes.Of(late), some);
        else await Refuse(context, 404, "The package has no such file.");
    }

    private Played? Played(string id) => _items.FirstOrDefault(item => item.Id == id)?.Now;

    /// <summary>Tells of each change until the page is gone (server-sent events).</summary>
    private async Task Changes(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        using var turn = new SemaphoreSlim(1);
        async Task Listener(string id)
        {
            await turn.WaitAsync();
            try
            {
                await context.Response.WriteAsync($"data: {id}\n\n");
                await context.Response.Body.FlushAsync();
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // the page was closed
            }
            finally
            {
                turn.Release();
            }
        }
        lock (_listeners) _listeners.Add(Listener);
        try
        {
            await context.Response.WriteAsync(": hello\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // the page was closed
        }
        finally
        {
            lock (_listeners) _listeners.Remove(Listener);
        }
    }

    private void WriteShelf(Utf8JsonWriter json)
    {
        json.WriteString("play", $"http://127.0.0.1:{_play}");
        json.WriteStartArray("items");
        foreach (ShelfItem item in _items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("name", item.Name);
            json.WriteString("title", item.Now?.Title);
            json.WriteString("href", item.Now?.Href);
            json.WriteString("folder", (item as CourseItem)?.Folder);
            json.WriteStartArray("findings");
            foreach (Diagnostic finding in item.Findings)
            {
                json.WriteStartObject();
                json.WriteString("file", finding.Span.File.Path);
                json.WriteNumber("line", finding.Span.Line);
                json.WriteNumber("column", finding.Span.Column);
                json.WriteString("severity", finding.Rule.Severity.ToString().ToLowerInvariant());
                json.WriteString("message", finding.Message);
                json.WriteString("help", finding.Help);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static Task File(HttpContext context, string name) => Send(context, ContentTypes.Of(name), SourceFolder.Embedded("bundle").Read(name));

    private async Task SendSlowly(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await _slow.Send(context.Response.Body, bytes, context.RequestAborted);
    }

    private static async Task Send(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return Send(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why + "\n"));
    }
}
