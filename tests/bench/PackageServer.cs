using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Protect.Scorm.Bench;

/// <summary>
/// Serves an LMS page with the strict runtime, a package below it, and a plain page with the same text. All responses
/// are <c>no-store</c>; text is gzipped or, as in many LMSs, not. Counts the bytes it sends.
/// </summary>
internal sealed class PackageServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _package;

    public PackageServer(string package)
    {
        _package = package;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Serve();
    }

    public string Address { get; }

    public bool Compresses { get; set; } = true;

    /// <summary>The plain page.</summary>
    public string Plain { get; set; } = "";

    /// <summary>Path and size of each response since the last clear, except for the LMS's own page.</summary>
    public ConcurrentQueue<(string Path, int Bytes)> Sent { get; } = new();

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        byte[]? body = Body(path);
        HttpListenerResponse response = context.Response;
        response.Headers["Cache-Control"] = "no-store";
        response.StatusCode = body is null ? 404 : 200;
        response.ContentType = Path.GetExtension(path) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css",
            ".png" => "image/png",
            ".jpg" => "image/jpeg",
            ".svg" => "image/svg+xml",
            ".txt" => "text/plain",
            _ => "text/html; charset=utf-8",
        };
        if (Compresses && body is not null && Path.GetExtension(path) is not (".png" or ".jpg"))
        {
            body = Gzip(body);
            response.Headers["Content-Encoding"] = "gzip";
        }
        if (path.StartsWith("/course/", StringComparison.Ordinal) || path == "/plain.html")
            Sent.Enqueue((path, body?.Length ?? 0));
        try
        {
            response.ContentLength64 = body?.Length ?? 0;
            response.OutputStream.Write(body ?? []);
            response.Close();
        }
        catch (HttpListenerException)
        {
            // The page was closed meanwhile.
        }
    }

    private byte[]? Body(string path) =>
        path switch
        {
            "/lms" => Encoding.UTF8.GetBytes(Host),
            "/plain.html" => Encoding.UTF8.GetBytes(Plain),
            "/strict-lms.js" => File.ReadAllBytes(Repository.At("src", "browser", "out", "lms", "strict-lms.js")),
            _ when path.StartsWith("/course/", StringComparison.Ordinal)
                    && Path.Combine(_package, Uri.UnescapeDataString(path["/course/".Length..])) is var file
                    && File.Exists(file) => File.ReadAllBytes(file),
            _ => null,
        };

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>
    /// The LMS page. It opens the frame when the measurement begins, so that its own weight does not count.
    /// </summary>
    private const string Host = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title>
        <style>html,body{margin:0;height:100%}iframe{border:0;display:block;width:100%;height:100%}</style>
        <script src="/strict-lms.js"></script></head><body><script>
        const lms = strictLms.launch({}, {}), log = [];
        window.API = Object.fromEntries(Object.entries(lms.API).map(([name, call]) => [name, (...args) => {
          const from = performance.now(), result = call(...args);
          log.push({ name, element: args[0], from, to: performance.now() });
          return result;
        }]));
        const show = (src) => {
          const frame = document.createElement("iframe");
          frame.title = "Course";
          frame.src = src;
          document.body.append(frame);
        };
        </script></body></html>
        """;
}
