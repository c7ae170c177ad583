using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Protect.Scorm.Cli.Chromium;

namespace Protect.Scorm.Tests;

public sealed class DevToolsTests
{
    /// <summary>Both ends of a connection; the browser's end as bytes.</summary>
    private sealed class Ends : IAsyncDisposable
    {
        private readonly Pipe _toBrowser = new(),
            _fromBrowser = new();

        public Ends() =>
            Tools = new DevTools(
                new PipeLink(_toBrowser.Writer.AsStream(), _fromBrowser.Reader.AsStream()),
                Events.Add
            );

        public DevTools Tools { get; }

        public List<DevToolsEvent> Events { get; } = [];

        public async Task Say(params string[] pieces)
        {
            foreach (string piece in pieces)
                await _fromBrowser.Writer.WriteAsync(Encoding.UTF8.GetBytes(piece));
        }

        public async Task<JsonElement> Heard()
        {
            ReadResult read = await _toBrowser.Reader.ReadAtLeastAsync(2);
            string text = Encoding.UTF8.GetString(read.Buffer);
            string first = text[..text.IndexOf('\0')];
            _toBrowser.Reader.AdvanceTo(read.Buffer.GetPosition(Encoding.UTF8.GetByteCount(first) + 1));
            return JsonDocument.Parse(first).RootElement;
        }

        public void End() => _fromBrowser.Writer.Complete();

        public ValueTask DisposeAsync() => Tools.DisposeAsync();
    }

    [Fact(
        DisplayName = "A command carries id, session and parameters, and its answer is matched by id in any fragments"
    )]
    public async Task Commands()
    {
        await using var ends = new Ends();
        Task<JsonElement> one = ends.Tools.Ask("Page.navigate", json => json.WriteString("url", "http://a/é"), "S1"),
            two = ends.Tools.Ask("Browser.getVersion");
        JsonElement first = await ends.Heard(),
            second = await ends.Heard();
        Assert.Equal(
            ("Page.navigate", "S1", "http://a/é"),
            (
                first.GetProperty("method").GetString(),
                first.GetProperty("sessionId").GetString(),
                first.GetProperty("params").GetProperty("url").GetString()
            )
        );
        Assert.False(second.TryGetProperty("sessionId", out _));
        string id = first.GetProperty("id").GetRawText();
        await ends.Say(
            $"{{\"id\":{second.GetProperty("id")},\"result\":{{\"product\":\"X\"}}}}\0"
                + "{\"method\":\"A.b\",\"params\":{\"n\":1},",
            "\"sessionId\":\"S1\"}\0{\"id\":",
            id,
            ",\"result\":{\"frameId\":\"F\"}}",
            "\0"
        );
        Assert.Equal("X", (await two).Text("product"));
        Assert.Equal("F", (await one).Text("frameId"));
        Assert.Equal([("S1", "A.b")], ends.Events.Select(e => (e.Session, e.Method)));
    }

    [Fact(
        DisplayName = "A refusal throws the browser's message, no answer times out, and a closed browser ends all "
            + "waits"
    )]
    public async Task Failures()
    {
        await using var ends = new Ends();
        Task<JsonElement> refused = ends.Tools.Ask("No.such");
        await ends.Say(
            $"{{\"id\":{(await ends.Heard()).GetProperty("id")},\"error\":{{\"code\":-32601,"
                + "\"message\":\"was not found\"}}\0"
        );
        Assert.Contains("was not found", (await Assert.ThrowsAsync<DevToolsException>(() => refused)).Message);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            ends.Tools.Ask("Runtime.evaluate", within: TimeSpan.FromMilliseconds(30))
        );
        Task<JsonElement> waiting = ends.Tools.Ask("Page.enable");
        ends.End();
        await Assert.ThrowsAsync<DevToolsException>(() => waiting);
        await Assert.ThrowsAsync<DevToolsException>(() => ends.Tools.Ask("Page.enable"));
    }

    [Fact(DisplayName = "An oversized message closes the connection to the browser before memory runs out")]
    public async Task TooLong()
    {
        await using var ends = new Ends();
        Task<JsonElement> waiting = ends.Tools.Ask("Page.enable");
        string piece = new('a', 4_000_000);
        for (int i = 0; i < 17 && !ends.Tools.Closed.IsCompleted; i++)
            await Task.WhenAny(ends.Say(piece), ends.Tools.Closed);
        Assert.Contains("more than 64 MB", (await Assert.ThrowsAsync<DevToolsException>(() => waiting)).Message);
    }

    [Fact(
        DisplayName = "A WebSocket message in several frames arrives complete, and a closed socket ends the connection"
    )]
    public async Task Frames()
    {
        (Stream ours, Stream theirs) = await Pair();
        using WebSocket browser = WebSocket.CreateFromStream(theirs, new WebSocketCreationOptions { IsServer = true });
        using var link = new SocketLink(WebSocket.CreateFromStream(ours, new WebSocketCreationOptions()));
        await browser.SendAsync(Encoding.UTF8.GetBytes("{\"id\""), WebSocketMessageType.Text, false, default);
        await browser.SendAsync(Encoding.UTF8.GetBytes(":1}"), WebSocketMessageType.Text, true, default);
        Assert.Equal("{\"id\":1}", Encoding.UTF8.GetString((await link.Receive(default))!));
        await link.Send(Encoding.UTF8.GetBytes("{}"), default);
        var buffer = new byte[10];
        Assert.Equal(2, (await browser.ReceiveAsync(buffer, default)).Count);
        await browser.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        Assert.Null(await link.Receive(default));
    }

    [Fact(DisplayName = "Without a browser, “play” and “check --run” name what is missing, and exit with code 4")]
    public void NoBrowser()
    {
        using var command = new CommandLine();
        command.Write("a.zip", "no zip");
        var nowhere = new Dictionary<string, string> { ["PROTECT_CHROMIUM"] = "/no/such/browser" };
        foreach (
            string[] arguments in (string[][])
                [
                    ["play", "a.zip"],
                    ["check", "a.zip", "--run"],
                ]
        )
        {
            (int code, _, string errors) = command.RunIn("", nowhere, arguments);
            Assert.Equal(
                (4, "PROTECT_CHROMIUM names “/no/such/browser”, but this file does not exist.\n"),
                (code, errors.ReplaceLineEndings("\n"))
            );
        }
    }

    private static async Task<(Stream, Stream)> Pair()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var client = new System.Net.Sockets.TcpClient();
        Task<System.Net.Sockets.TcpClient> accepted = listener.AcceptTcpClientAsync();
        await client.ConnectAsync((System.Net.IPEndPoint)listener.LocalEndpoint);
        return (client.GetStream(), (await accepted).GetStream());
    }
}
