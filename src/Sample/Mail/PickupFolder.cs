using MimeKit;

namespace TaskGen.Sample;

/// <summary>
/// Writes each message as an <c>.eml</c> file into a folder. Mail servers can pick the files up, and mail programs can open them.
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

        // The message id contains the id of the task, so another attempt replaces the file of the first.
        return AtomicFile.WriteAsync(
            Path.Combine(folder, $"{message.MessageId?.Split('@')[0]}.eml"), stream => message.WriteToAsync(stream, cancellationToken));
    }
}
