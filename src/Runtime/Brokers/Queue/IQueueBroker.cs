namespace TaskGen.Brokers;

/// <summary>
/// Defines the operations on the tasks in a queue: enqueue, lease, settle, recover, cancel, and read. The remarks of <see cref="IBroker"/>
/// apply to all of them.
/// </summary>
internal interface IQueueBroker
{
    /// <summary>Gets the recommended maximum size of a batch. A broker accepts any batch of 1 to 1,000 tasks.</summary>
    /// <param name="hasRecord">
    /// <see langword="true"/> if the tasks have a record (their state and result are stored); otherwise, <see langword="false"/>.
    /// </param>
    /// <returns>The recommended maximum number of tasks and bytes per batch.</returns>
    BatchLimit LargestBatch(bool hasRecord);

    /// <summary>
    /// Enqueues all tasks of a batch, or none of them. Each task becomes pending, or delayed if its start time is in the future. A dispatch
    /// whose idempotency key belongs to an existing task joins that task instead.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="batch">
    /// The batch. If a batch with the same producer and number was already applied, the first reply is returned and no task is enqueued.
    /// Per queue, the broker stores the replies to the last 1,024 batches of each producer, until 10 minutes after the producer's last
    /// call.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>The outcome of each task, in the order of the batch.</returns>
    /// <exception cref="ArgumentException">The batch does not meet <see cref="BatchRules"/>.</exception>
    /// <exception cref="TaskBrokerException">The broker refused the batch. No task was enqueued.</exception>
    /// <exception cref="BrokerUnknownException">
    /// The reply was lost, or the broker no longer stores whether it applied a batch with this number.
    /// </exception>
    ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(string queue, EnqueueBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Registers a worker incarnation with a queue, so that it can lease tasks. Its first heartbeat is due within <paramref name="lease"/>.
    /// Registering it again has no effect. An incarnation that was declared dead or has left cannot join again.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The worker incarnation.</param>
    /// <param name="lease">
    /// How long the incarnation stays alive without a heartbeat. After that, maintenance declares it dead. It must be greater than zero.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Applies the settlements of a worker incarnation, marks tasks as started, and then leases tasks to the incarnation. Settlements and
    /// start marks whose lease is no longer current are ignored.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="request">
    /// The settlements, the start marks, and the number of tasks to lease. A request from a dead incarnation, or with a request number that
    /// is not higher than the last one, changes nothing. A request that is sent again therefore has no effect.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the wait, not the operation.
    /// </param>
    /// <returns>
    /// The status, the leased tasks, and, for each settlement and start mark, whether its lease was current. Expired tasks are also leased;
    /// the worker settles them as expired. A stored task that is too short to contain an envelope header becomes a dead letter and is not
    /// leased.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of tasks to lease is not between 0 and 200.</exception>
    ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Returns all tasks that a worker incarnation holds. If the reply to a lease request was lost, the worker uses this method to
    /// determine whether the request was applied. The incarnation must not have another lease request in progress.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The worker incarnation.</param>
    /// <param name="number">
    /// The request number to store as the last one, unless the stored number is higher. From then on, a delayed request with the same or a
    /// lower number is refused.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The status and the held tasks.</returns>
    ValueTask<ReconcileReply> ReconcileAsync(string queue, WorkerIncarnation worker, long number, CancellationToken cancellationToken);

    /// <summary>
    /// Renews the leases on all tasks that a worker incarnation holds (heartbeat). The method is synchronous and must not use the thread
    /// pool, so that the worker keeps its leases even if task methods block all threads of the pool.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The worker incarnation.</param>
    /// <returns>
    /// A reply that indicates whether the incarnation is still alive, with the cancellation requests for tasks that it holds or might hold.
    /// </returns>
    RenewReply Renew(string queue, WorkerIncarnation worker);

    /// <summary>
    /// Performs the periodic maintenance of a queue. For each kind of work, a call handles at most
    /// <see cref="MaintenanceRequest.PageSize"/> items. Any number of workers can call the method at the same time.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="request">The settings of the maintenance.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The work that was done, and the time at which more work is due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    /// <remarks>
    /// <para>
    /// Worker incarnations whose heartbeat is overdue are declared dead. Their tasks are returned to the front of the queue with a higher
    /// fencing number. A task whose cancellation was requested ends as canceled instead.
    /// </para>
    /// <para>
    /// The first worker crash is counted for a task even if the task had not started. Each further crash is counted for the task only if
    /// the worker had marked it as started. A task whose count reaches <see cref="MaintenanceRequest.MaxCrashes"/> becomes a dead letter
    /// with the reason <see cref="DeadLetterReasons.Poison"/>.
    /// </para>
    /// <para>
    /// Delayed tasks that are due become pending, behind the waiting tasks of the same priority. Waiting tasks that have a record and whose
    /// deadline has passed end as expired. Expired records, idempotency keys, and dead letters are removed.
    /// </para>
    /// </remarks>
    ValueTask<MaintenanceReply> MaintainAsync(string queue, MaintenanceRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a worker incarnation from a queue. The tasks that it still holds are returned to the front of the queue, and neither an
    /// attempt nor a crash is counted for them. A task whose cancellation was requested ends as canceled instead. An unknown incarnation is
    /// ignored.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The incarnation to remove. It cannot join again.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    ValueTask LeaveAsync(string queue, WorkerIncarnation worker, CancellationToken cancellationToken);

    /// <summary>
    /// Stores progress reports of tasks that a worker incarnation holds. A report of a task that has no record is accepted and discarded.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="worker">The incarnation that holds the tasks.</param>
    /// <param name="updates">The progress reports.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>For each report, <see langword="true"/> if the lease is current; otherwise, <see langword="false"/>.</returns>
    ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken);

    /// <summary>
    /// Cancels a task or a canvas. A task that no worker holds ends as canceled immediately. If a worker holds the task, the broker stores
    /// a request, which <see cref="Renew"/> returns to this worker. Further requests for the same task do not change the reason. A canvas
    /// ends as canceled immediately, and its tasks are canceled by later deliveries.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="id">The id of the task or of the canvas.</param>
    /// <param name="reason">The reason to store in the record; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// The outcome. For a task that has no record, a broker that cannot find it by its id returns <see cref="CancelOutcome.Requested"/>.
    /// </returns>
    ValueTask<CancelOutcome> CancelAsync(string queue, Guid id, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the records of up to 500 tasks and canvases. If <paramref name="watch"/> is not <see langword="null"/>, the same atomic step
    /// registers it for each task or canvas that has not ended. No change can therefore occur unnoticed between the read and the
    /// registration.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="ids">The ids of the tasks and canvases.</param>
    /// <param name="watch">
    /// A watch that <see cref="WatchAsync"/> of the same broker instance returned; <see langword="null"/> to read without watching. A
    /// registration ends when the task ends or the watch is disposed.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The records, in the order of the ids; <see langword="null"/> for an id that has no record.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than 500 ids were passed.</exception>
    /// <exception cref="ArgumentException">The watch was created by a different broker instance.</exception>
    ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a channel on which this process is notified when watched tasks change. One channel per process is enough. Notifications can be
    /// lost, so a caller must also read the records from time to time.
    /// </summary>
    /// <param name="changed">
    /// The callback that receives the id of a watched task after the task starts, reports progress, or ends. It can be called on any thread
    /// and must not block.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it does not close an open channel.</param>
    /// <returns>The watch to pass to <see cref="ReadAsync"/>. Disposing it closes the channel.</returns>
    ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to the wake-up notifications (bell) of a queue. Notifications can be lost, so a caller must also check the queue from
    /// time to time.
    /// </summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="ring">
    /// The callback that receives the reason for each notification. It can be called on any thread and must not block. It can call the
    /// broker.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it does not end an existing subscription.
    /// </param>
    /// <returns>The subscription. Disposing it ends the subscription.</returns>
    ValueTask<IAsyncDisposable> ListenAsync(string queue, Action<BellReason> ring, CancellationToken cancellationToken);

    /// <summary>Counts the worker incarnations that serve a queue. An incarnation whose heartbeat is overdue is not counted.</summary>
    /// <param name="queue">The name of the queue. No worker serves a queue that does not exist.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of worker incarnations.</returns>
    ValueTask<int> CountWorkersAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Counts the tasks in a queue.</summary>
    /// <param name="queue">The name of the queue. A queue that does not exist has no tasks.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The numbers of pending tasks, delayed tasks, leased tasks, and dead letters.</returns>
    ValueTask<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Reads the dead letters of a queue, newest first.</summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="skip">The number of dead letters to skip; at least 0.</param>
    /// <param name="take">The maximum number of dead letters to return; at least 0.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The dead letters; fewer than <paramref name="take"/> if the queue has no more.</returns>
    ValueTask<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(string queue, int skip, int take, CancellationToken cancellationToken);
}
