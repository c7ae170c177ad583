namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// A slow connection, as on a telephone in the country: 400 kbit/s for all requests together, and 400 ms until the first byte of each. What is played under
/// /slow/ instead of /course/ comes through it.
/// </summary>
internal sealed class SlowNetwork
{
    private const int Piece = 4096;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(400),
        PerPiece = TimeSpan.FromSeconds(Piece * 8 / 400_000.0);

    private readonly Lock _line = new();
    private long _free; // when the line is free again, in ticks

    /// <summary>Writes piece by piece, each when its turn on the line has come.</summary>
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
