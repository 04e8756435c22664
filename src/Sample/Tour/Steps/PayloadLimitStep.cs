namespace TaskGen.Sample;

/// <summary>Shows that a dispatch is rejected if its payload is too large. Pass an id to a task instead of the data.</summary>
/// <param name="notifications">The client of the tasks.</param>
/// <param name="tasks">The client.</param>
/// <param name="output">The output of the step.</param>
internal sealed class PayloadLimitStep(NotificationTasksClient notifications, ITaskClient tasks, TourOutput output) : ITourStep
{
    private const int TooLong = 300 * 1024;

    public string Title => "12. Payload limits";

    public string Shows => "Arguments of 300 KiB are rejected; pass an id instead of the data";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var id = new TaskId(Guid.CreateVersion7(), "io_intensive");
        TaskPayloadTooLargeException? rejection = null;
        // <snippet PayloadLimitStep>
        var text = new string('x', TooLong);
        try
        {
            await notifications.SendNotificationEmail
                .With(new() { Id = id })
                .DelayAsync("ann@example.com", "All rows", text,
                    cancellationToken: cancellationToken);
        }
        catch (TaskPayloadTooLargeException exception)
        {
            rejection = exception;
        }
        // </snippet>

        output.Error($"{rejection?.Message}");
        output.Check(
            rejection?.Size > rejection?.Limit && rejection.Part.Contains("body", StringComparison.Ordinal),
            "The exception names the parameter and the size");
        output.Check(await IsMissingAsync(id, cancellationToken), "No task was enqueued");
    }

    private async Task<bool> IsMissingAsync(TaskId id, CancellationToken cancellationToken)
    {
        try
        {
            await tasks.GetHandle(id).GetSnapshotAsync(cancellationToken);
            return false;
        }
        catch (TaskNotFoundException)
        {
            return true;
        }
    }
}
