using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Takes packages that are handed over on the page. They stay in a nameless file until the preview ends.</summary>
internal static class Uploads
{
    /// <summary>Most bytes of a zip.</summary>
    public const long MostBytes = 300_000_000;

    public static async Task Take(HttpContext context, Shelf shelf, Changes changes)
    {
        string name = Path.GetFileName(context.Request.Query["name"].ToString().Replace('\\', '/'));
        if (name.Length is 0 or > 200 || name.Any(char.IsControl))
            await Replies.Refuse(context, 400, "The package has no name.");
        else if (await Body(context, MostBytes) is not { } bytes)
            await Replies.Refuse(context, 413, $"The package is larger than {MostBytes / 1_000_000} MB.");
        else if (!shelf.Reserve())
        {
            bytes.Dispose();
            await Replies.Refuse(
                context,
                409,
                $"{Shelf.MostAdded} packages were handed over, which is the most. Stop the preview and start it again."
            );
        }
        else
        {
            ZipItem item = shelf.Add(id => new ZipItem(id, name, bytes));
            await changes.Tell(item.Id);
            await Replies.Json(
                context,
                json =>
                {
                    json.WriteString("id", item.Id);
                    json.WriteBoolean("playable", item.Now is not null);
                    Replies.Findings(json, item.Findings);
                }
            );
        }
    }

    /// <summary>The body in a file that goes when it is closed; null when it is larger than <paramref name="most"/>.</summary>
    private static async Task<Stream?> Body(HttpContext context, long most)
    {
        if (context.Request.ContentLength > most)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"protect-scorm-{Guid.NewGuid():N}.zip"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            81920,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        try
        {
            await context.Request.Body.CopyToAsync(file, context.RequestAborted);
            file.Position = 0;
            return file;
        }
        catch (BadHttpRequestException)
        {
            await file.DisposeAsync();
            return null;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
