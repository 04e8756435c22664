namespace Ported.Services;

public interface INotifier
{
    Task NotifyAsync(string title, CancellationToken cancellationToken);
}
