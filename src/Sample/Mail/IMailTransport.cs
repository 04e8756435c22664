using MimeKit;

namespace TaskGen.Sample;

/// <summary>Where mail goes.</summary>
public interface IMailTransport
{
    /// <summary>For people to read.</summary>
    string Place { get; }

    /// <summary>Hands a message over.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call; whether the message was taken is unknown then.</param>
    /// <returns>A task that completes when the message has been taken.</returns>
    /// <exception cref="MailRefusedException">It was refused for good: the next attempt would meet the same.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
