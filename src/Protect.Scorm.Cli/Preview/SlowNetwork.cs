namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Simulation of a slow mobile connection: 400 kbit/s for all requests together, and 400 ms until the first byte of
/// each. It is used for addresses under /slow/ instead of /course/.
/// </summary>
internal sealed class SlowNetwork
{
    private const int Piece = 4096;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(400),
        PerPiece = TimeSpan.FromSeconds(Piece * 8 / 400_000.0);

    private readonly Lock _line = new();
    private long _free; // time in ticks at which the line is free again

    /// <summary>Writes the bytes in pieces of 4 KiB, each as soon as the line is free.</summary>
    public async Task Send(Stream to, ReadOnlyMemory<byte> bytes, CancellationToken gone)
    {
        await Task.Delay(Latency, gone);
        for (int at = 0; at < bytes.Length; at += Piece)
        {
            await Task.Delay(Turn(), gone);
            await to.WriteAsync(bytes.Slice(at, Math.Min(Piece, bytes.Length - at)), gone);
            await to.FlushAsync(gone);
        }
    }

    private TimeSpan Turn()
    {
        lock (_line)
        {
            long now = Environment.TickCount64 * TimeSpan.TicksPerMillisecond;
            _free = Math.Max(_free, now) + PerPiece.Ticks;
            return TimeSpan.FromTicks(_free - now);
        }
    }
}
