using Microsoft.AspNetCore.Http;
using Protect.Scorm.Cli.Play;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Routes of the play origins: the LMS page and the files of packages. They accept GET requests only, and serve each
/// package from its own host.
/// </summary>
internal sealed class PlayRoutes(Workspace workspace, CourseWatcher watcher, PlayOrigins origins, int toolPort)
{
    private readonly SlowNetwork _slow = new();

    public async Task Answer(HttpContext context)
    {
        if (context.Request.Method != "GET")
        {
            await Replies.Refuse(context, 405, "Only GET requests are accepted here.");
            return;
        }
        // /lms/<item> is the LMS page. /course/<item>/… are the files of the package, on the same origin.
        // /slow/<item>/… are the same files over a slow connection.
        context.Response.Headers["Content-Security-Policy"] = $"frame-ancestors 'self' http://127.0.0.1:{toolPort}";
        string[] path = (context.Request.Path.Value ?? "").Split('/', 4);
        if (path is ["", "lms" or "course" or "slow", var item, ..] && !Serves(context, item))
        {
            await Replies.Refuse(context, 404, "This package has another host.");
            return;
        }
        switch (path)
        {
            case ["", _] when context.Request.Path == PlayOrigins.Probe:
                context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                context.Response.StatusCode = 204;
                break;
            case ["", "favicon.ico"]:
                context.Response.StatusCode = 204;
                break;
            case ["", "lms.js"]:
                await Replies.File(context, "preview-lms.js");
                break;
            case ["", "lms", _]:
                await Replies.File(context, "preview-lms.html");
                break;
            case ["", "course", var id, var file]:
                await Course(context, id, file, isSlow: false);
                break;
            case ["", "slow", var id, var file]:
                await Course(context, id, file, isSlow: true);
                break;
            default:
                await Replies.Refuse(context, 404, "There is no such page.");
                break;
        }
    }

    private bool Serves(HttpContext context, string id) =>
        origins.Serves(context.Request.Host.Value ?? "", id, workspace);

    private async Task Course(HttpContext context, string id, string file, bool isSlow)
    {
        if ((await watcher.Ready(id))?.Read(Uri.UnescapeDataString(file)) is not { } bytes)
            await Replies.Refuse(context, 404, "The package has no such file.");
        else if (!isSlow)
            await Replies.Send(context, ContentTypes.Of(file), bytes);
        else
        {
            context.Response.ContentType = ContentTypes.Of(file);
            context.Response.ContentLength = bytes.Length;
            await _slow.Send(context.Response.Body, bytes, context.RequestAborted);
        }
    }
}
