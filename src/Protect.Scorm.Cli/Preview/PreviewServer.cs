using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Two origins on the loopback: the tool's own pages, and what is played, which may be hostile and cannot reach the tool. Requests that name another
/// host, or change something from another origin, are refused: a page on the web cannot use it.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const int Tries = 50,
        MostConnections = 500;

    private readonly WebApplication _app;
    private readonly CourseWatcher _watcher;
    private readonly ToolRoutes _toolRoutes;
    private readonly PlayRoutes _playRoutes;
    private readonly int _tool;

    private PreviewServer(WebApplication app, Workspace workspace, int tool, int play)
    {
        var changes = new ChangeStream();
        (_app, _tool, _watcher) = (app, tool, new CourseWatcher(workspace, changes));
        (_toolRoutes, _playRoutes) = (
            new ToolRoutes(workspace, changes, _watcher, play),
            new PlayRoutes(_watcher, tool)
        );
    }

    public string Address => $"http://127.0.0.1:{_tool}/";

    /// <summary>Null when no pair of neighbouring ports is free.</summary>
    public static async Task<PreviewServer?> Start(Workspace workspace, int firstPort, CancellationToken stop)
    {
        for (int port = firstPort; port < firstPort + (2 * Tries) && port < 65534; port += 2)
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Limits.MaxConcurrentConnections = MostConnections;
                options.Limits.MaxRequestBodySize = BuildRequest.MostBytes; // packages may be larger, see Uploads
                options.Listen(IPAddress.Loopback, port);
                options.Listen(IPAddress.Loopback, port + 1);
            });
            WebApplication app = builder.Build();
            var server = new PreviewServer(app, workspace, port, port + 1);
            app.Run(server.Answer);
            try
            {
                await app.StartAsync(stop);
                return server;
            }
            catch (IOException) // a port is busy
            {
                server._watcher.Dispose();
                await app.DisposeAsync();
            }
        }
        return null;
    }

    /// <summary>Looks at the courses until it is stopped, and tells the open pages what changed.</summary>
    public Task UntilStopped(CancellationToken stop) => _watcher.Run(stop);

    public async ValueTask DisposeAsync()
    {
        // Open pages hold a connection: they are not waited for.
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        _watcher.Dispose();
    }

    private Task Answer(HttpContext context)
    {
        int port = context.Connection.LocalPort;
        string host = context.Request.Host.Value ?? "";
        if (host != $"127.0.0.1:{port}" && host != $"localhost:{port}")
            return Replies.Refuse(context, 421, "This server answers to its own name only.");
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return port == _tool ? _toolRoutes.Answer(context) : _playRoutes.Answer(context);
    }
}
