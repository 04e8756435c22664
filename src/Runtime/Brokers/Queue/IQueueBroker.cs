namespace TaskGen.Brokers;

/// <summary>
/// Defines the operations on the tasks of a queue: enqueue, lease, settle, recover, cancel and read. The remarks of <see cref="IBroker"/>
/// apply to all of them.
/// </summary>
internal interface IQueueBroker
{
    /// <summary>Gets the recommended size of a batch. A broker accepts any batch of 1 to 1,000 tasks.</summary>
    /// <param name="hasRecord"><see langword="true"/> for tasks that keep a record; otherwise, <see langword="false"/>.</param>
    /// <returns>The recommended maximum number of tasks and bytes of a batch.</returns>
    BatchLimit LargestBatch(bool hasRecord);

    /// <summary>
    /// Enqueues all tasks of a batch, or none of them. Each task becomes pending, or delayed if its time has not come. A task can also join
    /// an existing task with the same idempotency key.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="batch">
    /// The batch. A repeat of a producer and number returns the first reply and enqueues nothing. The broker remembers the last 1,024
    /// batches of each producer per queue until 10 minutes after the last call of the producer.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>The outcome of each task, in the order of the batch.</returns>
    /// <exception cref="ArgumentException">The batch does not meet <see cref="BatchRules"/>.</exception>
    /// <exception cref="TaskBrokerException">The broker refused the batch. No task was enqueued.</exception>
    /// <exception cref="BrokerUnknownException">
    /// The reply was lost, or the broker no longer remembers whether it applied a batch with this number.
    /// </exception>
    ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Registers a worker incarnation, which can then lease tasks. Its first heartbeat is due within <paramref name="lease"/>. Joining
    /// again has no effect, and an incarnation that was declared dead or has left cannot join again.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The incarnation.</param>
    /// <param name="lease">
    /// The time after the join or the last heartbeat at which the incarnation is declared dead. It must be greater than zero.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Applies the settlements of a worker incarnation, then its start marks, and then leases tasks to it. Settlements and marks whose
    /// lease is no longer current are ignored.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="request">
    /// The settlements, the start marks and the number of tasks to lease. A request of a dead incarnation, or with a number that is not
    /// higher than the last one, changes nothing, so a repeat has no effect.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>
    /// The status, the leased tasks, and for each settlement and mark whether its lease was current. Tasks that have expired are leased
    /// too; the holder settles them as expired. A pending entry that is too short for a header becomes a dead letter and is not leased.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of tasks to lease is not in the range from 0 to 200.</exception>
    ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Returns all tasks that a worker incarnation holds, so that it can find out whether a lease request whose reply was lost was applied.
    /// The incarnation must not have another lease request in progress.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The incarnation.</param>
    /// <param name="number">
    /// The new last request number, unless the current one is higher. A delayed request with the same or a lower number is refused from
    /// then on.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The status and the held tasks.</returns>
    ValueTask<ReconcileReply> ReconcileAsync(string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken);

    /// <summary>
    /// Renews a worker incarnation (heartbeat), and with it the lease of every task it holds. The method is synchronous and must not need
    /// the thread pool, because handlers that block all threads of the pool must not cost the worker its leases.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The incarnation.</param>
    /// <returns>Whether the incarnation is still trusted, and the cancel requests for tasks that it holds or may hold.</returns>
    RenewReply Renew(string queue, WorkerIncarnation worker);

    /// <summary>
    /// Performs the periodic maintenance of a queue. A call handles at most one page of each kind of work, and any number of workers may
    /// call it at the same time.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="request">The settings.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The work that was done and the work that is due next.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    /// <remarks>
    /// <para>
    /// Incarnations whose heartbeat is overdue are declared dead. Their tasks return to the front of the queue under a higher fence; a task
    /// whose cancellation was requested ends as canceled.
    /// </para>
    /// <para>
    /// The first crash of a worker is counted for all tasks that it held. Each further crash is counted for a task only if the holder had
    /// marked its start. A task whose count reaches <see cref="MaintenanceRequest.MaxCrashes"/> becomes a dead letter with the reason
    /// <see cref="DeadLetterReasons.Poison"/>.
    /// </para>
    /// <para>
    /// Delayed tasks that are due become pending, behind the waiting tasks of their priority. Waiting tasks with a record whose deadline
    /// has passed end as expired. Records, idempotency keys and dead letters whose time has expired are removed.
    /// </para>
    /// </remarks>
    ValueTask<MaintenanceReply> MaintainAsync(string queue, MaintenanceRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a worker incarnation. The tasks it still holds return to the front of the queue, and neither an attempt nor a crash is
    /// counted. A task whose cancellation was requested ends as canceled. An unknown incarnation is ignored.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The incarnation. It cannot join again.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken);

    /// <summary>Stores the progress of held tasks. Progress of a task without a record is accepted and discarded.</summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The incarnation that holds the tasks.</param>
    /// <param name="updates">The progress reports.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// For each report, <see langword="true"/> if the incarnation holds the task under this lease; otherwise, <see langword="false"/>.
    /// </returns>
    ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken);

    /// <summary>
    /// Cancels a task or a canvas. A task that no worker holds ends as canceled immediately. For a held task, the broker stores a request,
    /// which <see cref="Renew"/> returns to the holder; further requests for the same task do not change the reason. A canvas ends as
    /// canceled immediately, and its tasks are canceled by later deliveries.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="id">The id of the task or of the canvas.</param>
    /// <param name="reason">The reason to store in the record; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// The outcome. A broker that cannot find a task without a record by its id returns <see cref="CancelOutcome.Requested"/> for it.
    /// </returns>
    ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the records of tasks and canvases, at most 500. If <paramref name="watch"/> is set, the same step registers it for each record
    /// that has not ended, so that no end is missed between the read and the registration.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="ids">The ids of the tasks and canvases.</param>
    /// <param name="watch">
    /// A watch that <see cref="WatchAsync"/> of the same broker returned; <see langword="null"/> to read only. A registration ends with the
    /// task or with the watch.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The records in the order of the ids; <see langword="null"/> for an id without a record.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than 500 ids were passed.</exception>
    /// <exception cref="ArgumentException">The watch belongs to another broker.</exception>
    ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a channel on which this process is notified when watched tasks change. One channel per process is enough. Notifications can be
    /// lost, so a caller also has to read the records from time to time.
    /// </summary>
    /// <param name="changed">
    /// The callback that receives the id of a watched task after its start, a stored progress report or its end. It can be called on any
    /// thread and must not block.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it does not close an open channel.</param>
    /// <returns>The watch to pass to <see cref="ReadAsync"/>. Disposing it closes the channel.</returns>
    ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to the wake-up notifications (bell) of a queue. Notifications can be lost, so a caller also has to check the queue from
    /// time to time.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="ring">
    /// The callback that receives the reason of each notification. It can be called on any thread, may call the broker and must not block.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it does not end an existing subscription.
    /// </param>
    /// <returns>The subscription. Disposing it ends the subscription.</returns>
    ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken);

    /// <summary>Counts the tasks of a queue.</summary>
    /// <param name="queue">The name of the queue. A queue that does not exist has no tasks.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The numbers of pending, delayed and leased tasks and of dead letters.</returns>
    ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Reads dead letters of a queue, newest first.</summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="skip">The number of dead letters to skip; at least 0.</param>
    /// <param name="take">The maximum number of dead letters to return; at least 0.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The dead letters; fewer than <paramref name="take"/> if the queue has no more.</returns>
    ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(string queue, int skip, int take, CancellationToken cancellationToken);
}
