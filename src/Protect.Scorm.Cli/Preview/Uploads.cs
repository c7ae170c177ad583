using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Protect.Scorm.Cli.Reports;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Receives packages uploaded on the page. Each is kept in a temporary file without a name, which the system deletes
/// when the preview ends, also after a crash. Only the user can read it.
/// </summary>
internal static class Uploads
{
    /// <summary>Largest upload in bytes.</summary>
    public const long MostBytes = 300_000_000;

    /// <summary>Adds an uploaded package to the workspace, or refuses it with a reason.</summary>
    public static async Task Take(HttpContext context, Workspace workspace, ChangeStream changes)
    {
        string name = Path.GetFileName(context.Request.Query["name"].ToString().Replace('\\', '/'));
        if (name.Length is 0 or > 200 || name.Any(char.IsControl))
            await Replies.Refuse(context, 400, "The file name is missing, too long or contains control characters.");
        else if (await Body(context, MostBytes) is not { } bytes)
            await Replies.Refuse(context, 413, $"The package is larger than {MostBytes / 1_000_000} MB.");
        else if (!workspace.Reserve())
        {
            bytes.Dispose();
            await Replies.Refuse(
                context,
                409,
                $"The limit of {Workspace.MostAdded} uploaded packages is reached. Stop the preview and start it again."
            );
        }
        else
        {
            ZipItem item = workspace.Add(id => new ZipItem(id, name, bytes));
            await changes.Notify(item.Id);
            await Replies.Json(
                context,
                new UploadData(item.Id, item.Now is not null, [.. item.Findings.Select(DiagnosticEntry.Of)]),
                PreviewJson.Unescaped.UploadData
            );
        }
    }

    /// <summary>
    /// Returns the body as a temporary file; null when it is larger than <paramref name="most"/> bytes.
    /// </summary>
    private static async Task<Stream?> Body(HttpContext context, long most)
    {
        if (context.Request.ContentLength > most)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        FileStream file = UploadFile.Create();
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
