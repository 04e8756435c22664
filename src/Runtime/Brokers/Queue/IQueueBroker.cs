namespace TaskGen.Brokers;

/// <summary>
/// The operations on the tasks of a queue: enqueue, lease, settle, recover, cancel and read. See <see cref="IBroker"/> for what all of them
/// keep.
/// </summary>
internal interface IQueueBroker
{
    /// <summary>
    /// Gets how large a batch of tasks should be, by whether they keep records. A batch of more than 1,000 tasks is refused.
    /// </summary>
    BatchLimit LargestBatch(bool hasRecord);

    /// <summary>Puts a batch of tasks into their home queue, all or none. A repeat of a batch number gives the first reply again.</summary>
    ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Announces a worker incarnation. From here on its heartbeat is expected within <paramref name="lease"/>. A repeat changes nothing,
    /// and an incarnation that died or left stays out.
    /// </summary>
    ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Settles what has finished, marks what has started, then takes what fits, at most 200 tasks. Refuses a dead incarnation, and a
    /// request number that was seen before, so that a repeat changes nothing.
    /// </summary>
    ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// After a lost reply: advances the request number to <paramref name="number"/> and returns all that the incarnation holds.
    /// </summary>
    ValueTask<ReconcileReply> ReconcileAsync(string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken);

    /// <summary>
    /// Renews the heartbeat of an incarnation, and with it the lease of every task it holds. Synchronous, because it runs on a thread of
    /// its own: handlers that block the thread pool must not cost a lease.
    /// </summary>
    RenewReply Renew(string queue, WorkerIncarnation worker);

    /// <summary>
    /// Maintains the queue, one bounded page of each kind: recovers what dead incarnations held, promotes what is due, ends what expired,
    /// drops what is past its TTL.
    /// </summary>
    ValueTask<MaintenanceReply> MaintainAsync(string queue, MaintenanceRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Takes an incarnation out. What it still holds goes back to the front of the queue, and nothing is counted against it.
    /// </summary>
    ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken);

    /// <summary>Stores progress of held tasks. Returns for each whether the fence still held.</summary>
    ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken);

    /// <summary>
    /// Cancels a task that waits, and leaves a request for the holder of a task that runs. An id may also name a canvas of the queue.
    /// </summary>
    ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// Reads records, null where there is none, at most 500. With a watch, registers it in the same step, so that no end can fall between
    /// the read and the watch.
    /// </summary>
    ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken);

    /// <summary>
    /// Opens the channel on which this process hears that watched tasks have changed. One a process is enough. A hint: messages can be
    /// lost.
    /// </summary>
    /// <param name="changed">Called on any thread; must not block.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken);

    /// <summary>Listens to the bell of a queue until disposed. A hint: rings can be lost.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="ring">Called on any thread; must not block.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken);

    /// <summary>Counts what a queue holds.</summary>
    ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Reads dead letters, newest first.</summary>
    ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(string queue, int skip, int take, CancellationToken cancellationToken);
}
