using System.Net.Sockets;
using System.Text;
using TaskGen.Servers;

namespace Servers.Tests;

public sealed class SmtpServerTests
{
    [Fact]
    public async Task A_message_is_taken_and_kept_with_its_dots()
    {
        await using var server = SmtpServer.Start();
        using var client = await Client.ConnectAsync(server);
        Assert.StartsWith("250-", await client.SayAsync("EHLO me"), StringComparison.Ordinal);
        Assert.StartsWith("250 ", await client.ReadAsync(), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.SayAsync("MAIL FROM:<a@x>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.SayAsync("RCPT TO:<b@x>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.SayAsync("RCPT TO:<c@x>"), StringComparison.Ordinal);
        Assert.StartsWith("354", await client.SayAsync("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.SayAsync("Subject: s\r\n\r\n..dot\r\nend\r\n."), StringComparison.Ordinal);
        Assert.StartsWith("221", await client.SayAsync("QUIT"), StringComparison.Ordinal);
        Assert.Null(await client.ReadAsync());

        var message = Assert.Single(server.Messages);
        Assert.Equal("a@x", message.Sender);
        Assert.Equal(["b@x", "c@x"], message.Recipients);
        Assert.Equal("Subject: s\r\n\r\n.dot\r\nend\r\n", message.Text);
        Assert.Equal(1, server.Conversations);
    }

    [Fact]
    public async Task Recipients_are_refused_put_off_and_dropped_and_nothing_is_taken_for_nobody()
    {
        await using var server = SmtpServer.Start(static recipient => recipient switch
        {
            "no@x" => SmtpAnswer.Refuse,
            "later@x" => SmtpAnswer.TryLater,
            _ => SmtpAnswer.Drop,
        });
        using var client = await Client.ConnectAsync(server);
        Assert.StartsWith("250", await client.SayAsync("HELO me"), StringComparison.Ordinal);
        Assert.StartsWith("503", await client.SayAsync("RCPT TO:<no@x>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await client.SayAsync("MAIL FROM:<a@x>"), StringComparison.Ordinal);
        Assert.StartsWith("550", await client.SayAsync("RCPT TO:<no@x>"), StringComparison.Ordinal);
        Assert.StartsWith("451", await client.SayAsync("RCPT TO:<later@x>"), StringComparison.Ordinal);
        Assert.StartsWith("503", await client.SayAsync("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("500", await client.SayAsync("WHAT"), StringComparison.Ordinal);
        Assert.Null(await client.SayAsync("RCPT TO:<gone@x>"));
        Assert.Empty(server.Messages);
    }

    private sealed class Client(TcpClient connection) : IDisposable
    {
        private readonly StreamReader _reader = new(connection.GetStream(), Encoding.UTF8);

        public static async Task<Client> ConnectAsync(SmtpServer server)
        {
            var connection = new TcpClient();
            await connection.ConnectAsync("127.0.0.1", server.Port).WaitAsync(Limits.Long);
            var client = new Client(connection);
            Assert.StartsWith("220", await client.ReadAsync(), StringComparison.Ordinal);
            return client;
        }

        public async Task<string?> SayAsync(string line)
        {
            await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"));
            return await ReadAsync();
        }

        public async Task<string?> ReadAsync() => await _reader.ReadLineAsync().WaitAsync(Limits.Long);

        public void Dispose()
        {
            _reader.Dispose();
            connection.Dispose();
        }
    }
}
