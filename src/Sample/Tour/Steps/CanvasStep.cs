namespace TaskGen.Sample;

/// <summary>Shows groups, chords, chains, chunks, error handlers, and the cancellation of a whole canvas.</summary>
/// <param name="tasks">The client, which dispatches canvases.</param>
/// <param name="reports">The client of the tasks that write reports.</param>
/// <param name="users">The client of the tasks on users.</param>
/// <param name="notifications">The client of the tasks that send mail.</param>
/// <param name="queues">The client of a task that does not end.</param>
/// <param name="log">The recorded attempts to send mail.</param>
/// <param name="time">The clock of the tour.</param>
/// <param name="output">The output of the step.</param>
internal sealed class CanvasStep(
    ITaskClient tasks,
    ReportTasksClient reports,
    UserTasksClient users,
    NotificationTasksClient notifications,
    QueueTasksClient queues,
    IEmailLog log,
    TimeProvider time,
    TourOutput output) : ITourStep
{
    private const string Kind = "delays_by_hour";
    private const string PartTask = "reports.collect_part";
    private const int Users = 1_000;
    private const int ChunkSize = 100;
    private const int MilesPerPart = 500;
    private const int Endless = int.MaxValue;
    private const int EndlessTasks = 4;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    public string Title => "15. Canvas";

    public string Shows => "Groups, chords, chains, chunks, and their errors";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var whole = new ReportParameters(dataset.Id, MinDistance: 1, MaxDistance: 5_000);
        var parts = Parts(whole).ToList();
        await ShowReportAsync(whole, parts, cancellationToken);
        await ShowChunksAsync(cancellationToken);
        var failure = await ShowErrorAsync(whole, parts, cancellationToken);
        await ShowCancelAsync(cancellationToken);

        var mails = await log.FindAsync(NotificationTasks.SubjectOf(failure), cancellationToken);
        output.Check(mails.Count == 1, "The error handler started once");
    }

    private async Task ShowReportAsync(
        ReportParameters whole, List<ReportParameters> parts, CancellationToken cancellationToken)
    {
        // <snippet CanvasStep>
        var group = Canvas.Group(parts.Select(
            part => reports.CollectPart.Signature(Kind, part)));
        var chord = group.Then(
            reports.AssembleReport.Partial(Kind, whole));
        var chain = reports.GenerateReport.Signature(Kind, whole).Then(
            notifications.AnnounceReport.Partial("ann@example.com"));
        // </snippet>
        var collected = await RunAsync($"Group of {parts.Count} parts of a report:", PartTask, parts.Count, group, cancellationToken);
        output.Say($"Group: {string.Join(" + ", collected.Select(Flights))} flights");
        output.Check(
            collected.Select(static part => part.Parameters).SequenceEqual(parts), "The results are in the order of the members");

        var assembled = await RunAsync(
            $"Chord of {parts.Count} parts and a task that follows:", PartTask, parts.Count, chord, cancellationToken);
        output.Say($"Chord: the task that follows wrote {Path.GetFileName(assembled.FilePath)}");
        var sent = await (await tasks.DelayAsync(chain, cancellationToken)).GetAsync(cancellationToken);
        output.Say($"Chain: a report, then a mail about it to {sent.Recipient}");
        output.Check(
            (await log.FindAsync(NotificationTasks.SubjectOf(assembled), cancellationToken))
                .Any(mail => MailComposer.MessageIdOf(mail.TaskId) == sent.MessageId),
            "The database records the mail of the chain");

        var alone = await (await reports.GenerateReport.DelayAsync(Kind, whole, cancellationToken)).GetAsync(cancellationToken);
        output.Check(
            File.Exists(assembled.FilePath)
            && assembled.Flights == alone.Flights
            && assembled.Rows == alone.Rows
            && collected.Sum(Flights) == alone.Flights,
            "The chord wrote the same report as a single task");
    }

    private async Task ShowChunksAsync(CancellationToken cancellationToken)
    {
        int[] ids = [.. Enumerable.Range(1, Users)];
        // <snippet CanvasStep>
        var chunks = Canvas.Chunks(ids, ChunkSize, chunk =>
            users.ProcessUserBatch.Signature(
                chunk, UserOperation.Deactivate));
        // </snippet>
        var count = ids.Length / ChunkSize;
        var results = await RunAsync($"{count} chunks of {ChunkSize} users:", "users.process_batch", count, chunks, cancellationToken);
        var (deactivated, onHold) = (results.Sum(static result => result.Processed), results.Sum(static result => result.Failed));
        output.Say($"Chunks: {deactivated} users deactivated, {onHold} on hold");
        output.Check(
            results.Select(static result => result.Failed)
                .SequenceEqual(ids.Chunk(ChunkSize).Select(static chunk => chunk.Count(UserSeeding.IsOnHold))),
            "Each chunk returned its result, in order");
    }

    private async Task<TaskFailure> ShowErrorAsync(
        ReportParameters whole, List<ReportParameters> parts, CancellationToken cancellationToken)
    {
        // The third and the fifth part specify a report that does not exist.
        var broken = Canvas
            .Group(parts.Select((part, index) => reports.CollectPart.Signature(index is 2 or 4 ? "delays_by_mood" : Kind, part)))
            .Then(reports.AssembleReport.Partial(Kind, whole))
            .OnError(notifications.Notify.Partial());
        TaskFailure failure;
        using (output.FollowMembers($"Chord of {parts.Count} parts, of which two fail:", PartTask, parts.Count))
        {
            failure = (await output.FailureOfAsync(await tasks.DelayAsync(broken, cancellationToken), cancellationToken)).Failure;
        }

        output.Error($"{failure.TaskName} failed: {failure.Message}");
        IReadOnlyList<EmailLogEntry> mails = [];
        await UntilAsync(
            async token => (mails = await log.FindAsync(NotificationTasks.SubjectOf(failure), token)).Count > 0, cancellationToken);
        output.Say($"The error handler sent a mail to {mails[0].Recipient}");
        output.Check(mails is [{ Status: EmailStatus.Sent }], "The database records the mail of the error handler");
        return failure;
    }

    private async Task ShowCancelAsync(CancellationToken cancellationToken)
    {
        // The ids are chosen here, so that each part of the canvas can be found.
        TaskId[] members = [.. Enumerable.Range(0, EndlessTasks).Select(static _ => NewId("cpu_intensive"))];
        var (next, handler) = (NewId("io_intensive"), NewId("io_intensive"));
        var endless = Canvas.Group(members.Select(id => queues.CpuHeavyTask.With(new() { Id = id }).Signature(Endless)))
            .Then(notifications.SendNotificationEmail.With(new() { Id = next }).Signature("ann@example.com", "Done", "It has ended."))
            .OnError(notifications.Notify.With(new() { Id = handler }).Partial());
        var handle = await tasks.DelayAsync(endless, cancellationToken);
        await UntilAsync(
            async token =>
            {
                var found = await Task.WhenAll(members.Select(member => FindAsync(member, token)));
                return found.All(static member => member is not null) && found.Any(static member => member!.State == TaskState.Running);
            },
            cancellationToken);
        await handle.CancelAsync("The tour has finished this step.", cancellationToken);
        var failure = await output.FailureOfAsync(handle, cancellationToken);
        var canceled = 0;
        foreach (var member in members)
        {
            var state = (await output.FailureOfAsync(tasks.GetHandle(member), cancellationToken)).State;
            canceled += state == TaskState.Canceled ? 1 : 0;
        }

        output.Say($"{members.Length} endless tasks were canceled with their canvas: {failure.RemoteMessage}");
        output.Check(failure.State == TaskState.Canceled && canceled == members.Length, "The canvas and all its members are canceled");
        output.Check(
            await FindAsync(next, cancellationToken) is null && await FindAsync(handler, cancellationToken) is null,
            "Neither the task that follows nor the error handler started");
    }

    private async Task<T> RunAsync<T>(
        string caption, string taskName, int count, Signature<T> canvas, CancellationToken cancellationToken)
    {
        using (output.FollowMembers(caption, taskName, count))
        {
            return await (await tasks.DelayAsync(canvas, cancellationToken)).GetAsync(cancellationToken);
        }
    }

    private async Task<TaskSnapshot?> FindAsync(TaskId id, CancellationToken cancellationToken)
    {
        try
        {
            return await tasks.GetHandle(id).GetSnapshotAsync(cancellationToken);
        }
        catch (TaskNotFoundException)
        {
            return null;
        }
    }

    private async Task UntilAsync(Func<CancellationToken, Task<bool>> holds, CancellationToken cancellationToken)
    {
        while (!await holds(cancellationToken))
        {
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    private static TaskId NewId(string queue) => new(Guid.CreateVersion7(), queue);

    private static IEnumerable<ReportParameters> Parts(ReportParameters whole) => Enumerable
        .Range(0, whole.MaxDistance / MilesPerPart)
        .Select(part => whole with
        {
            MinDistance = Math.Max(whole.MinDistance, (part * MilesPerPart) + 1),
            MaxDistance = (part + 1) * MilesPerPart,
        });

    private static int Flights(ReportPart part) => part.Groups.Sum(static group => group.Flights);
}
