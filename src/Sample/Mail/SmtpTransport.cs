using System.Globalization;
using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace TaskGen.Sample;

/// <summary>Sends mail to an SMTP server, with one connection per message. The connection is encrypted if the server supports it.</summary>
/// <param name="server">The name and the port of the server.</param>
public sealed class SmtpTransport(DnsEndPoint server) : IMailTransport
{
    private const int TimeoutMilliseconds = 30_000;

    /// <inheritdoc/>
    public string Place { get; } = string.Create(CultureInfo.InvariantCulture, $"SMTP at {server.Host}:{server.Port}");

    /// <inheritdoc/>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.StartTlsWhenAvailable, cancellationToken);
        try
        {
            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= (int)SmtpStatusCode.CommandUnrecognized)
        {
            // Reply codes of 500 and higher are permanent failures; reply codes from 400 to 499 are temporary failures (RFC 5321, 4.2.1).
            throw new MailRefusedException($"{refusal.ErrorCode}, {(int)refusal.StatusCode}: {refusal.Message}", refusal);
        }

        // The server has accepted the message, so a failure of the final QUIT command is ignored.
        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }
}
