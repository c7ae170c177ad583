using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Web server with two ports on the loopback: one for the tool's own pages, one for the played packages, which may be
/// hostile and have an origin each. Requests with another host name, and changes from another origin, are refused, so
/// no page on the web can use this server.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const int Tries = 50,
        MostConnections = 500;

    private readonly WebApplication _app;
    private readonly CourseWatcher _watcher;
    private readonly ToolRoutes _toolRoutes;
    private readonly PlayRoutes _playRoutes;
    private readonly Workspace _workspace;
    private readonly PlayOrigins _origins;
    private readonly int _tool;

    private PreviewServer(WebApplication app, Workspace workspace, int tool, int play)
    {
        var changes = new ChangeStream();
        (_app, _tool, _watcher) = (app, tool, new CourseWatcher(workspace, changes));
        (_workspace, _origins) = (workspace, new PlayOrigins(play));
        (_toolRoutes, _playRoutes) = (
            new ToolRoutes(workspace, changes, _watcher, _origins),
            new PlayRoutes(workspace, _watcher, _origins, tool)
        );
    }

    public string Address => $"http://127.0.0.1:{_tool}/";

    /// <summary>Starts the server on two neighbouring ports; null if no such pair is free.</summary>
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
                options.ListenLocalhost(port + 1); // browsers try IPv6 first for names
            });
            WebApplication app = builder.Build();
            var server = new PreviewServer(app, workspace, port, port + 1);
            app.Run(server.Answer);
            try
            {
                await app.StartAsync(stop);
                return server;
            }
            catch (Exception busy)
                when (busy is IOException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
            {
                server._watcher.Dispose();
                await app.DisposeAsync();
            }
        }
        return null;
    }

    /// <summary>Watches the courses until it is stopped, and notifies open pages of changes.</summary>
    public Task UntilStopped(CancellationToken stop) => _watcher.Run(stop);

    public async ValueTask DisposeAsync()
    {
        // Open pages hold a connection, so do not wait for them.
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        _watcher.Dispose();
    }

    private Task Answer(HttpContext context)
    {
        int port = context.Connection.LocalPort;
        string host = context.Request.Host.Value ?? "";
        bool isKnown =
            port == _tool
                ? host == $"127.0.0.1:{port}" || host == $"localhost:{port}"
                : _origins.Knows(host, _workspace);
        if (!isKnown)
            return Replies.Refuse(context, 421, "This server accepts requests for its own hosts only.");
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return port == _tool ? _toolRoutes.Answer(context) : _playRoutes.Answer(context);
    }
}
