using System.Globalization;
using System.Text.Json;
using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Cli.Media;

/// <summary>
/// Scaler that decodes and re-encodes pictures in a Chromium page without network access. The browser starts with the
/// first picture.
/// </summary>
internal sealed class PictureScaler : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // createImageBitmap applies the orientation stored by the camera (EXIF).
    private const string Script = """
        (async (picture, type, widest, quality) => {
          const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const width = Math.min(bitmap.width, widest);
          const height = Math.max(1, Math.round(bitmap.height * width / bitmap.width));
          const canvas = new OffscreenCanvas(width, height), brush = canvas.getContext("2d");
          brush.imageSmoothingQuality = "high";
          brush.drawImage(bitmap, 0, 0, width, height);
          const blob = await canvas.convertToBlob({ type, quality });
          if (blob.type !== type) return "";
          return await new Promise((done, failed) => {
            const reader = new FileReader();
            reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
            reader.onerror = failed;
            reader.readAsDataURL(blob);
          });
        })
        """;

    private Browser? _browser;
    private BrowserPage? _page;

    /// <summary>Explains why no browser is available; null if one is, or was not needed yet.</summary>
    public string? Lack { get; private set; }

    /// <summary>
    /// Encodes a picture again. Null if the browser cannot read it, or is missing (<see cref="Lack"/>).
    /// </summary>
    /// <param name="picture">Bytes of the picture.</param>
    /// <param name="type">MIME type of the result: JPEG, PNG or WebP.</param>
    /// <param name="widest">Largest width of the result, in pixels.</param>
    /// <param name="quality">Quality of JPEG and WebP, 0 to 1.</param>
    /// <param name="stop">Cancels the encoding.</param>
    public async Task<byte[]?> Encode(byte[] picture, string type, int widest, double quality, CancellationToken stop)
    {
        if (await Page(stop) is not { } page)
            return null;
        string call = string.Create(
            CultureInfo.InvariantCulture,
            $"{Script}(\"{Convert.ToBase64String(picture)}\", \"{type}\", {widest}, {quality})"
        );
        try
        {
            JsonElement answer = await page.Evaluate(call, Patience, stop);
            return answer.ValueKind == JsonValueKind.String && answer.GetString() is { Length: > 0 } text
                ? Convert.FromBase64String(text)
                : null;
        }
        catch (Exception fault) when (fault is DevToolsException or BrowserStartException or TimeoutException)
        {
            // The picture is unreadable, or crashed the page: the next picture gets a new page.
            await page.DisposeAsync();
            _page = null;
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
    }

    private async Task<BrowserPage?> Page(CancellationToken stop)
    {
        if (_page is not null || Lack is not null)
            return _page;
        if (ChromiumPath.Find(out string why) is not { } path)
        {
            Lack = why;
            return null;
        }
        try
        {
            _browser ??= await Browser.Launch(path, onlyServer: null, stop);
            return _page = await _browser.NewPage(stop);
        }
        catch (Exception fault) when (fault is DevToolsException or BrowserStartException or TimeoutException)
        {
            Lack = fault.Message;
            return null;
        }
    }
}
