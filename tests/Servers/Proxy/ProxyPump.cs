using System.Buffers;
using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;

namespace TaskGen.Servers;

/// <summary>
/// Carries one direction of a connection. One loop reads and inspects, another sends, so that a delay delays and does not slow down.
/// </summary>
internal sealed class ProxyPump(
    FaultProxy proxy, ProxyConnection connection, Socket from, Socket to, ProxyDirection direction, IProxyInspector inspector)
{
    private const int BufferSize = 64 * 1024;
    private const int MaxChunks = 1_000;

    private readonly SemaphoreSlim _sending = new(1);
    private readonly Channel<ProxyChunk> _chunks =
        Channel.CreateBounded<ProxyChunk>(new BoundedChannelOptions(MaxChunks) { SingleReader = true, SingleWriter = true });

    private ByteCut? _cut;
    private long _leftToCut;

    /// <summary>Returns when this direction has ended. Throws nothing.</summary>
    public Task RunAsync() => Task.WhenAll(ReadAsync(), SendAsync());

    /// <summary>Returns when no send is under way; one whose receiver takes nothing is not waited for.</summary>
    public async Task FinishSendingAsync()
    {
        if (await _sending.WaitAsync(TimeSpan.FromSeconds(1)))
        {
            _sending.Release();
        }
    }

    private static bool IsEnd(Exception e) =>
        e is SocketException or ObjectDisposedException or OperationCanceledException or ChannelClosedException;

    private async Task ReadAsync()
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (await ReceiveAsync(buffer) is var count and > 0)
            {
                // Looked at before the inspector counts: what is counted while there is a blackhole is swallowed, even if it heals first.
                var hole = proxy.Hole;
                var (forward, reset) = inspector.Inspect(buffer.AsSpan(0, count));
                if (forward > 0)
                {
                    var chunk = ArrayPool<byte>.Shared.Rent(forward);
                    buffer.AsSpan(0, forward).CopyTo(chunk);
                    await _chunks.Writer.WriteAsync(new ProxyChunk(chunk, forward, Due(), ProxyEnd.None, hole));
                }

                if (reset)
                {
                    await _chunks.Writer.WriteAsync(new ProxyChunk([], 0, Due(), ProxyEnd.Reset));
                    return;
                }
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The sending loop has ended, which means that the connection has.
        }
    }

    /// <summary>0 at the end, which has then been passed on.</summary>
    private async Task<int> ReceiveAsync(byte[] buffer)
    {
        var end = ProxyEnd.Finish;
        try
        {
            if (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                return count;
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            end = ProxyEnd.Reset;
        }

        await _chunks.Writer.WriteAsync(new ProxyChunk([], 0, Due(), end));
        return 0;
    }

    private long Due() => Stopwatch.GetTimestamp() + (long)(proxy.Latency.TotalSeconds * Stopwatch.Frequency);

    private async Task SendAsync()
    {
        try
        {
            await foreach (var chunk in _chunks.Reader.ReadAllAsync())
            {
                // Again, where the timer was early: it counts whole milliseconds.
                while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), chunk.Due) is var early && early > TimeSpan.Zero)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), proxy.Stopping);
                }

                await PassAsync(chunk);
                if (chunk.End != ProxyEnd.None)
                {
                    return;
                }

                ArrayPool<byte>.Shared.Return(chunk.Buffer);
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            connection.Reset();
        }
        finally
        {
            // The reading loop must not wait for room.
            _chunks.Writer.TryComplete();
        }
    }

    private async Task PassAsync(ProxyChunk chunk)
    {
        if (chunk.Hole is { Keep: false } swallowed)
        {
            connection.LoseBytes(swallowed);
            return;
        }

        while (true)
        {
            Blackhole? hole;
            await _sending.WaitAsync();
            try
            {
                // Looked at while this is held, so that a blackhole can wait for the last byte.
                hole = proxy.Hole;
                if (hole is null)
                {
                    await SendAsync(chunk);
                    return;
                }
            }
            finally
            {
                _sending.Release();
            }

            if (!hole.Keep && chunk.End == ProxyEnd.None)
            {
                connection.LoseBytes(hole);
                return;
            }

            await hole.Healed;
        }
    }

    private async Task SendAsync(ProxyChunk chunk)
    {
        switch (chunk.End)
        {
            case ProxyEnd.Finish:
                to.Shutdown(SocketShutdown.Send);
                return;
            case ProxyEnd.Reset:
                connection.Reset();
                return;
        }

        var length = chunk.Length;
        if (proxy.Cut is { } cut && cut.Direction == direction)
        {
            if (!ReferenceEquals(cut, _cut))
            {
                _cut = cut;
                _leftToCut = cut.Bytes;
            }

            length = (int)Math.Min(length, _leftToCut);
            _leftToCut -= length;
        }

        for (var sent = 0; sent < length;)
        {
            sent += await to.SendAsync(chunk.Buffer.AsMemory(sent, length - sent));
        }

        if (_cut is not null && ReferenceEquals(_cut, proxy.Cut) && _leftToCut == 0)
        {
            connection.Reset();
        }
    }
}
