using Microsoft.AspNetCore.Http;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Routes of the tool's own pages. Changes need a POST request from one of these pages.</summary>
internal sealed class ToolRoutes(Workspace workspace, ChangeStream changes, CourseWatcher watcher, PlayOrigins origins)
{
    /// <summary>
    /// Header that a page of another origin can only send after a CORS preflight, which always fails.
    /// </summary>
    public const string OwnHeader = "X-Protect-Scorm";

    private readonly CoordinatorRoutes _coordinator = new(workspace);

    public async Task Answer(HttpContext context)
    {
        // The tool's own pages load from this server only, and show the played package in a frame of its own origin.
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + $"connect-src 'self' {origins.Own}; frame-src {origins.Own} {origins.Shared}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        string fetched = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (fetched is not ("" or "same-origin" or "none") && context.Request.Headers["Sec-Fetch-Mode"] != "navigate")
            await Replies.Refuse(context, 403, "Only the pages of this tool may send requests.");
        else if (context.Request.Method == "GET")
            await Get(context);
        else if (context.Request.Method != "POST")
            await Replies.Refuse(context, 405, "Only GET and POST requests are accepted here.");
        else if (context.Request.Headers.Origin != $"http://{context.Request.Host.Value}")
            await Replies.Refuse(
                context,
                403,
                "Only the pages of this tool may change something: the header Origin is missing or wrong."
            );
        else if (context.Request.Headers[OwnHeader] != "1")
            await Replies.Refuse(context, 403, $"The header {OwnHeader} is missing. The pages of this tool send it.");
        else
            await Post(context);
    }

    private async Task Get(HttpContext context)
    {
        switch ((context.Request.Path.Value ?? "").Split('/'))
        {
            case ["", ""]:
                await Replies.File(context, "preview.html");
                break;
            case ["", "favicon.ico"]:
                context.Response.StatusCode = 204;
                break;
            case ["", "preview.js"]:
                await Replies.File(context, "preview.js");
                break;
            case ["", "preview.css"]:
                await Replies.File(context, "preview.css");
                break;
            case ["", "workspace"]:
                await Replies.Json(context, WorkspaceData.Of(workspace, origins), PreviewJson.Unescaped.WorkspaceData);
                break;
            case ["", "launches", var id]:
                Played? played = await watcher.Ready(id);
                await Replies.Json(context, LaunchesData.Of(played), PreviewJson.Unescaped.LaunchesData);
                break;
            case ["", "changes"]:
                await changes.Listen(context);
                break;
            case ["", "sheet"]:
                await _coordinator.Sheet(context);
                break;
            case ["", "built", var number]:
                await _coordinator.Download(context, number);
                break;
            default:
                await Replies.Refuse(context, 404, "There is no such page.");
                break;
        }
    }

    private async Task Post(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/packages":
                await Uploads.Take(context, workspace, changes);
                break;
            case "/build":
                await _coordinator.Build(context);
                break;
            default:
                await Replies.Refuse(context, 404, "This address accepts no changes.");
                break;
        }
    }
}
