using MimeKit;

namespace TaskGen.Sample;

/// <summary>
/// Puts mail into a folder, one <c>.eml</c> file a message, as mail servers take it from there and mail programs open it.
/// </summary>
/// <param name="folder">The folder; made where it is missing.</param>
public sealed class PickupFolder(string folder) : IMailTransport
{
    /// <inheritdoc/>
    public string Place { get; } = $"the folder {folder}";

    /// <inheritdoc/>
    public Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);

        // The message id is made from the task's, so a repeat replaces its own file.
        return AtomicFile.WriteAsync(
            Path.Combine(folder, $"{message.MessageId?.Split('@')[0]}.eml"), stream => message.WriteToAsync(stream, cancellationToken));
    }
}
