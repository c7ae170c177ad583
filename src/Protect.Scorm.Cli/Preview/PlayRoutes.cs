using Microsoft.AspNetCore.Http;

namespace Protect.Scorm.Cli.Preview;

/// <summary>The origin of what is played: the page of the LMS, and the files of packages. It serves nothing else, and takes nothing.</summary>
internal sealed class PlayRoutes(Shelf shelf, Workshop workshop, int toolPort)
{
    public async Task Answer(HttpContext context)
    {
        if (context.Request.Method != "GET")
        {
            await Replies.Refuse(context, 405, "There is nothing to change here.");
            return;
        }
        // /lms/<item> is the page of the LMS; /course/<item>/… are the files of what is played, under the same origin as it.
        context.Response.Headers["Content-Security-Policy"] = $"frame-ancestors 'self' http://127.0.0.1:{toolPort}";
        switch ((context.Request.Path.Value ?? "").Split('/', 4))
        {
            case ["", "favicon.ico"]: context.Response.StatusCode = 204; break;
            case ["", "lms.js"]: await Replies.File(context, "preview-lms.js"); break;
            case ["", "lms", _]: await Replies.File(context, "preview-lms.html"); break;
            case ["", "course", var id, var file]: await Course(context, id, file); break;
            default: await Replies.Refuse(context, 404, "There is no such page."); break;
        }
    }

    private async Task Course(HttpContext context, string id, string file)
    {
        ShelfItem? item = shelf.Find(id);
        if (item is CourseItem course) await workshop.Ready(course);
        if (item?.Now?.Read(Uri.UnescapeDataString(file)) is { } bytes) await Replies.Send(context, ContentTypes.Of(file), bytes);
        else await Replies.Refuse(context, 404, "The package has no such file.");
    }
}
