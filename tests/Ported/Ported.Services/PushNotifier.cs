namespace Ported.Services;

public sealed class PushNotifier(IJournal journal) : INotifier
{
    public const string Key = "push";

    public Task NotifyAsync(string title, CancellationToken cancellationToken)
    {
        journal.Add($"pushed {title}");
        return Task.CompletedTask;
    }
}
