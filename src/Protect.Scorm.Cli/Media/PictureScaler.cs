using System.Globalization;
using System.Text.Json;
using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Cli.Media;

/// <summary>Decodes pictures and encodes them anew, in a page of a Chromium that can reach nothing. Started when the first picture needs it.</summary>
internal sealed class PictureScaler : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A photograph is turned upright on the way, as its camera says.
    private const string Script = """
        (async (picture, type, widest, quality) => {
          const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const width = Math.min(bitmap.width, widest), height = Math.max(1, Math.round(bitmap.height * width / bitmap.width));
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

    /// <summary>What is missing to work at all; null while nothing is.</summary>
    public string? Lack { get; private set; }

    /// <summary>The picture as JPEG, PNG or WebP, at most <paramref name="widest"/> pixels wide; null where the browser cannot read it, or is not there (<see cref="Lack"/>).</summary>
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
        catch (Exception fault) when (fault is DevToolsException or TimeoutException)
        {
            // Not a picture for it, or one that ended its page: the next one gets a new page.
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
        catch (Exception fault) when (fault is DevToolsException or TimeoutException)
        {
            Lack = fault.Message;
            return null;
        }
    }
}
