using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TaskGen.Servers;

/// <summary>
/// An SMTP server in this process, on a free loopback port: it holds the conversations of RFC 5321 that a client needs to hand over mail,
/// keeps what it takes, and can refuse, put off or drop by recipient. It offers no extensions but 8BITMIME.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<SmtpMessage> _messages = new();
    private readonly ConcurrentDictionary<Task, bool> _conversations = new();
    private readonly Func<string, SmtpAnswer> _answer;
    private readonly Task _accepting;
    private int _count;

    private SmtpServer(Func<string, SmtpAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary><c>host:port</c></summary>
    public string EndPoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>What it has taken so far, in order.</summary>
    public IReadOnlyList<SmtpMessage> Messages => [.. _messages];

    /// <summary>How many conversations were begun.</summary>
    public int Conversations => Volatile.Read(ref _count);

    /// <summary>Starts a server.</summary>
    /// <param name="answer">What it says to a recipient, asked each time; without it, it takes everything.</param>
    public static SmtpServer Start(Func<string, SmtpAnswer>? answer = null) => new(answer ?? (static _ => SmtpAnswer.Accept));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_conversations.Keys);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            }
            catch (Exception e)
                when (_stopping.IsCancellationRequested && e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Interlocked.Increment(ref _count);
            var conversation = TalkAsync(client);
            _conversations[conversation] = true;
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var conversation = new SmtpConversation(client.GetStream(), _answer, _messages.Enqueue);
                await conversation.RunAsync(_stopping.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client has gone, or the server goes.
            }
        }
    }
}
