namespace TaskGen.Sample;

/// <summary>An id travels, not the data: what is too large is refused where it is dispatched.</summary>
/// <param name="notifications">The tasks.</param>
/// <param name="tasks">The client.</param>
/// <param name="output">Where to say it.</param>
internal sealed class PayloadLimitStep(NotificationTasksClient notifications, ITaskClient tasks, TourOutput output) : ITourStep
{
    private const int TooLong = 300 * 1024;

    public string Title => "12. pass an id, not the data";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var id = new TaskId(Guid.CreateVersion7(), "io_intensive");
        try
        {
            await notifications.SendNotificationEmail.With(new() { Id = id }).DelayAsync(
                "ann@example.com", "All rows", new string('x', TooLong), cancellationToken: cancellationToken);
            TourOutput.Promise(false, "a payload that is too large should have been refused");
        }
        catch (TaskPayloadTooLargeException refusal)
        {
            output.Say($"{refusal.Message}");
            TourOutput.Promise(
                refusal.Size > refusal.Limit && refusal.Part.Contains("body", StringComparison.Ordinal),
                "the refusal should name the parameter and the size");
        }

        try
        {
            await tasks.GetHandle(id).GetSnapshotAsync(cancellationToken);
            TourOutput.Promise(false, "nothing should have been enqueued");
        }
        catch (TaskNotFoundException)
        {
            output.Say($"nothing was enqueued: the broker knows no task {id}");
        }
    }
}
