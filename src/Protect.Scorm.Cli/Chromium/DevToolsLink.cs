using System.Net.WebSockets;

namespace Protect.Scorm.Cli.Chromium;

/// <summary>
/// Connection that sends and receives complete DevTools messages. A message longer than <see cref="MostBytes"/> closes
/// it, because a hostile page could otherwise fill the memory.
/// </summary>
internal interface IDevToolsLink : IDisposable
{
    public const int MostBytes = 64_000_000;

    Task Send(ReadOnlyMemory<byte> message, CancellationToken stop);

    /// <summary>Returns the next message; null when the browser is gone.</summary>
    Task<byte[]?> Receive(CancellationToken stop);
}

/// <summary>
/// Connection through two pipes; a zero byte ends each message. The browser always ends with this process, and no other
/// process on the machine can connect.
/// </summary>
internal sealed class PipeLink(Stream output, Stream input) : IDevToolsLink
{
    private readonly byte[] _chunk = new byte[65_536];
    private readonly MemoryStream _message = new();
    private int _start,
        _end;

    public async Task Send(ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        await output.WriteAsync(message, stop);
        await output.WriteAsync(new byte[] { 0 }, stop);
        await output.FlushAsync(stop);
    }

    public async Task<byte[]?> Receive(CancellationToken stop)
    {
        _message.SetLength(0);
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await input.ReadAsync(_chunk, stop));
                if (_end == 0)
                    return null;
            }
            int zero = _chunk.AsSpan(_start, _end - _start).IndexOf((byte)0);
            int count = zero < 0 ? _end - _start : zero;
            TooLong.Refuse(_message.Length + count);
            _message.Write(_chunk, _start, count);
            _start += zero < 0 ? count : count + 1;
            if (zero >= 0)
                return _message.ToArray();
        }
    }

    public void Dispose()
    {
        output.Dispose();
        input.Dispose();
    }
}

/// <summary>Connection through a WebSocket on the loopback, for systems that cannot pass pipes to a process.</summary>
internal sealed class SocketLink(WebSocket socket) : IDevToolsLink
{
    private readonly byte[] _chunk = new byte[65_536];
    private readonly MemoryStream _message = new();

    public Task Send(ReadOnlyMemory<byte> message, CancellationToken stop) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, stop).AsTask();

    public async Task<byte[]?> Receive(CancellationToken stop)
    {
        _message.SetLength(0);
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(_chunk.AsMemory(), stop);
            }
            catch (WebSocketException) // the browser ended without closing the socket
            {
                return null;
            }
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            TooLong.Refuse(_message.Length + part.Count);
            _message.Write(_chunk, 0, part.Count);
            if (part.EndOfMessage)
                return _message.ToArray();
        }
    }

    public void Dispose() => socket.Dispose();
}

file static class TooLong
{
    public static void Refuse(long bytes)
    {
        if (bytes > IDevToolsLink.MostBytes)
            throw new InvalidDataException("The page sent a message of more than 64 MB.");
    }
}
