using MimeKit;

namespace TaskGen.Sample;

/// <summary>
/// Writes each message as an <c>.eml</c> file to a folder. Mail servers can pick up the files, and mail programs can open them.
/// </summary>
/// <param name="folder">The path of the folder, which is created if it does not exist.</param>
public sealed class PickupFolder(string folder) : IMailTransport
{
    /// <inheritdoc/>
    public string Place { get; } = $"the folder {folder}";

    /// <inheritdoc/>
    public Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);

        // The message id contains the task id, so another attempt replaces the file of the previous one.
        return AtomicFile.WriteAsync(
            Path.Combine(folder, $"{message.MessageId?.Split('@')[0]}.eml"), stream => message.WriteToAsync(stream, cancellationToken));
    }
}
