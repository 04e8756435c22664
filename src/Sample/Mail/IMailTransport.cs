using MimeKit;

namespace TaskGen.Sample;

/// <summary>Sends mail.</summary>
public interface IMailTransport
{
    /// <summary>Gets a description of the destination of the mail, for the output.</summary>
    string Place { get; }

    /// <summary>Sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. If the call is canceled, it is unknown whether the message was accepted.
    /// </param>
    /// <returns>A task that completes when the message has been accepted.</returns>
    /// <exception cref="MailRefusedException">The message was refused permanently. Another attempt would have the same result.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
