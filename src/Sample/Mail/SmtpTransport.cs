using System.Globalization;
using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace TaskGen.Sample;

/// <summary>Sends mail to an SMTP server, a conversation a message; encrypted where the server offers it.</summary>
/// <param name="server">The server.</param>
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
            // Replies of 500 and above are permanent, those of 400 and above pass (RFC 5321, 4.2.1).
            throw new MailRefusedException($"{refusal.ErrorCode}, {(int)refusal.StatusCode}: {refusal.Message}", refusal);
        }

        // The message is taken; a goodbye that does not arrive changes nothing about it.
        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }
}
