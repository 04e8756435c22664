using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TaskGen.Servers;

/// <summary>The smallest client that does: writes commands, reads replies in their order. One caller at a time.</summary>
public sealed class RespConnection : IAsyncDisposable
{
    private readonly NetworkStream _stream;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    private RespConnection(Socket socket) => _stream = new NetworkStream(socket, ownsSocket: true);

    /// <summary>Connects to a port on loopback.</summary>
    public static async Task<RespConnection> ConnectAsync(int port, CancellationToken cancellationToken = default)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return new RespConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of one command.</summary>
    public static byte[] Encode(params IReadOnlyList<string> command)
    {
        using var bytes = new MemoryStream();
        void Write(string text) => bytes.Write(Encoding.UTF8.GetBytes(text));
        Write(string.Create(CultureInfo.InvariantCulture, $"*{command.Count}\r\n"));
        foreach (var part in command)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(part)}\r\n{part}\r\n"));
        }

        return bytes.ToArray();
    }

    /// <summary>Sends a command and reads its reply.</summary>
    public async Task<RespReply> SendAsync(params string[] command)
    {
        await WriteAsync(Encode(command));
        return await ReadAsync();
    }

    /// <summary>Sends bytes and reads nothing.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) =>
        await _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Reads the next reply or push.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async Task<RespReply> ReadAsync(CancellationToken cancellationToken = default)
    {
        var line = await ReadLineAsync(cancellationToken);
        var kind = line[0];
        var rest = line[1..];
        switch (kind)
        {
            case '$' or '!' or '=':
                var length = int.Parse(rest, CultureInfo.InvariantCulture);
                return new RespReply(kind, length < 0 ? null : await ReadTextAsync(length, cancellationToken), []);
            case '*' or '~' or '>' or '%':
                var count = int.Parse(rest, CultureInfo.InvariantCulture) * (kind == '%' ? 2 : 1);
                var items = new List<RespReply>(Math.Max(count, 0));
                for (var i = 0; i < count; i++)
                {
                    items.Add(await ReadAsync(cancellationToken));
                }

                return new RespReply(kind, null, items);
            default:
                return new RespReply(kind, kind == '_' ? null : rest, []);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            var part = _buffer.AsMemory(_start, _end - _start);
            var end = part.Span.IndexOf((byte)'\n');
            line.Append(Encoding.UTF8.GetString(end < 0 ? part.Span : part.Span[..end]));
            if (end >= 0)
            {
                _start += end + 1;
                return line.ToString().TrimEnd('\r');
            }

            await FillAsync(cancellationToken);
        }
    }

    private async Task<string> ReadTextAsync(int length, CancellationToken cancellationToken)
    {
        // With the end of line that follows.
        var bytes = new byte[length + 2];
        for (var read = 0; read < bytes.Length;)
        {
            if (_start == _end)
            {
                await FillAsync(cancellationToken);
            }

            var part = Math.Min(bytes.Length - read, _end - _start);
            _buffer.AsSpan(_start, part).CopyTo(bytes.AsSpan(read));
            _start += part;
            read += part;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = 0;
        _end = await _stream.ReadAsync(_buffer, cancellationToken);
        if (_end == 0)
        {
            throw new EndOfStreamException("The connection was closed.");
        }
    }
}
