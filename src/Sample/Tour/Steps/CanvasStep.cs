namespace TaskGen.Sample;

/// <summary>Chains, groups, chords and chunks of the sample's own tasks, what follows a failure, and the end of a whole.</summary>
/// <param name="tasks">Dispatches them.</param>
/// <param name="reports">Tasks that write reports.</param>
/// <param name="users">Tasks on users.</param>
/// <param name="notifications">Tasks that tell people.</param>
/// <param name="queues">A task that does not end.</param>
/// <param name="log">The record of mail.</param>
/// <param name="time">What is waited by.</param>
/// <param name="output">Where to say it.</param>
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
    private const int Users = 1_000;
    private const int ChunkSize = 100;
    private const int Endless = int.MaxValue;
    private const int EndlessTasks = 4;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public string Title => "15. chain, group, chord, chunks";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var whole = new ReportParameters(dataset.Id, MinDistance: 1, MaxDistance: 5_000);
        await ShowReportAsync(whole, cancellationToken);
        await ShowChunksAsync(cancellationToken);
        var failure = await ShowErrorAsync(whole, cancellationToken);
        await ShowCancelAsync(cancellationToken);

        var mails = await log.FindAsync(NotificationTasks.SubjectOf(failure), cancellationToken);
        TourOutput.Promise(mails.Count == 1, "the handler of an error should have started once");
    }

    private async Task ShowReportAsync(ReportParameters whole, CancellationToken cancellationToken)
    {
        // A task for each 500 miles, in order.
        var group = Canvas.Group(Parts(whole).Select(part => reports.CollectPart.Signature(Kind, part)));
        var parts = await (await tasks.DelayAsync(group, cancellationToken)).GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"group: {parts.Count} tasks collected {string.Join(" + ", parts.Select(Flights))} flights by distance");
        TourOutput.Promise(
            parts.Select(static part => part.Parameters).SequenceEqual(Parts(whole)),
            "the results of a group should come in the order of its members");

        var chord = group.Then(reports.AssembleReport.Partial(Kind, whole));
        var assembled = await (await tasks.DelayAsync(chord, cancellationToken)).GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"chord: the same again, and a task that takes all their results wrote {assembled.FilePath}");

        var chain = reports.GenerateReport.Signature(Kind, whole).Then(notifications.AnnounceReport.Partial("ann@example.com"));
        var sent = await (await tasks.DelayAsync(chain, cancellationToken)).GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"chain: one task wrote that report alone, and the next one sent word of it to {sent.Recipient}: {sent.MessageId}");
        TourOutput.Promise(
            (await log.FindAsync(NotificationTasks.SubjectOf(assembled), cancellationToken))
                .Any(mail => MailComposer.MessageIdOf(mail.TaskId) == sent.MessageId),
            "the mail of the chain should be on record");

        var alone = await (await reports.GenerateReport.DelayAsync(Kind, whole, cancellationToken))
            .GetAsync(TourOutput.Patience, cancellationToken);
        TourOutput.Promise(
            File.Exists(assembled.FilePath)
            && assembled.Flights == alone.Flights
            && assembled.Rows == alone.Rows
            && parts.Sum(Flights) == alone.Flights,
            "many tasks should come to the same report as one");
    }

    private async Task ShowChunksAsync(CancellationToken cancellationToken)
    {
        int[] ids = [.. Enumerable.Range(1, Users)];
        var chunks = Canvas.Chunks(ids, ChunkSize, chunk => users.ProcessUserBatch.Signature(chunk, UserOperation.Deactivate));
        var results = await (await tasks.DelayAsync(chunks, cancellationToken)).GetAsync(TourOutput.Patience, cancellationToken);
        var (deactivated, onHold) = (results.Sum(static result => result.Processed), results.Sum(static result => result.Failed));
        output.Say(
            $"chunks: {ids.Length} users in {results.Count} tasks of {ChunkSize}: {deactivated} deactivated, {onHold} on hold");
        TourOutput.Promise(
            results.Select(static result => result.Failed)
                .SequenceEqual(ids.Chunk(ChunkSize).Select(static chunk => chunk.Count(UserSeeding.IsOnHold))),
            "each chunk should have come to its own result");
    }

    private async Task<TaskFailure> ShowErrorAsync(ReportParameters whole, CancellationToken cancellationToken)
    {
        // The third and the fifth part ask for a report that there is not.
        var broken = Canvas
            .Group(Parts(whole).Select((part, index) => reports.CollectPart.Signature(index is 2 or 4 ? "delays_by_mood" : Kind, part)))
            .Then(reports.AssembleReport.Partial(Kind, whole))
            .OnError(notifications.Notify.Partial());
        var failure = (await TourOutput.FailureOfAsync(await tasks.DelayAsync(broken, cancellationToken), cancellationToken)).Failure;
        output.Say($"a chord with two members that fail: {failure.TaskName} failed: {failure.Message}");

        IReadOnlyList<EmailLogEntry> mails = [];
        await UntilAsync(
            async token => (mails = await log.FindAsync(NotificationTasks.SubjectOf(failure), token)).Count > 0, cancellationToken);
        output.Say($"its handler told {mails[0].Recipient}, once: {mails[0].Subject}");
        TourOutput.Promise(mails is [{ Status: EmailStatus.Sent }], "the handler should have sent its mail");
        return failure;
    }

    private async Task ShowCancelAsync(CancellationToken cancellationToken)
    {
        // Ids of our own, by which to find what a canvas keeps to itself.
        TaskId[] members = [.. Enumerable.Range(0, EndlessTasks).Select(static _ => NewId("cpu_intensive"))];
        var (next, handler) = (NewId("io_intensive"), NewId("io_intensive"));
        var endless = Canvas.Group(members.Select(id => queues.CpuHeavyTask.With(new() { Id = id }).Signature(Endless)))
            .Then(notifications.SendNotificationEmail.With(new() { Id = next }).Signature("ann@example.com", "Done", "It came to its end."))
            .OnError(notifications.Notify.With(new() { Id = handler }).Partial());
        var handle = await tasks.DelayAsync(endless, cancellationToken);
        await UntilAsync(
            async token =>
            {
                var found = await Task.WhenAll(members.Select(member => FindAsync(member, token)));
                return found.All(static member => member is not null) && found.Any(static member => member!.State == TaskState.Running);
            },
            cancellationToken);
        await handle.CancelAsync("The tour has seen enough.", cancellationToken);
        var failure = await TourOutput.FailureOfAsync(handle, cancellationToken);
        TourOutput.Promise(failure.State == TaskState.Canceled, "the whole should have been canceled");
        foreach (var member in members)
        {
            var state = (await TourOutput.FailureOfAsync(tasks.GetHandle(member), cancellationToken)).State;
            TourOutput.Promise(state == TaskState.Canceled, "each member should have been canceled");
        }

        output.Say($"{members.Length} tasks that do not end, running and waiting, were canceled as a whole: {failure.RemoteMessage}");
        TourOutput.Promise(
            await FindAsync(next, cancellationToken) is null && await FindAsync(handler, cancellationToken) is null,
            "neither what follows nor the handler of errors should start when the whole is canceled");
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
        using var limit = new CancellationTokenSource(TourOutput.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        while (!await holds(both.Token))
        {
            await Task.Delay(LookEvery, time, both.Token);
        }
    }

    private static TaskId NewId(string queue) => new(Guid.CreateVersion7(), queue);

    private static IEnumerable<ReportParameters> Parts(ReportParameters whole) =>
        Enumerable.Range(0, whole.MaxDistance / 500)
            .Select(part => whole with { MinDistance = Math.Max(whole.MinDistance, (part * 500) + 1), MaxDistance = (part + 1) * 500 });

    private static int Flights(ReportPart part) => part.Groups.Sum(static group => group.Flights);
}
